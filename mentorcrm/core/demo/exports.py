"""Network exports of invented people, as the site gives them: one of March, one of today."""

from __future__ import annotations

FIRST_NAME = "Connections March.csv"
NAME = "Connections.csv"

_HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
_AT = "https://www.linkedin.com/in/"
_FIRST = f"""\
Naledi,Mokoena,{_AT}naledi-mokoena,naledi@example.org,Baobab Health,Product Director,03 Mar 2026
Tomasz,Zielinski,{_AT}tomasz-zielinski,,Kolibri,Staff Engineer,11 Dec 2025
Leila,Haddad,{_AT}leila-haddad,leila@example.org,Cedar Mobility,Head of Operations,29 Oct 2025
Oscar,Lindholm,{_AT}oscar-lindholm,,Fjord Capital,Analyst,02 Sep 2025
Priya,Raghavan,{_AT}priya-raghavan,priya@example.org,Lumen,Research Scientist,17 Jun 2025
Bruno,Salgado,{_AT}bruno-salgado,,Maré Design,Design Lead,08 May 2025
Hye-jin,Park,{_AT}hye-jin-park,,Kumo Labs,Founding Engineer,21 Jan 2025
"""
_SINCE = f"""\
Amara,Nwosu,{_AT}amara-nwosu,amara@example.org,Orchard Learning,VP Product,16 Nov 2026
Felix,Brandl,{_AT}felix-brandl,,Alpenglow,Engineering Manager,09 Nov 2026
Ines,Moreau,{_AT}ines-moreau-lumen,,Lumen,Research Lead,30 Oct 2026
,,{_AT}member-who-left,,,,12 Oct 2026
Yuki,Arai,{_AT}yuki-arai,yuki@example.org,Harbour Robotics,Head of Product,05 Oct 2026
Daniela,Rossi,{_AT}daniela-rossi,,Tessera,Founder,14 Aug 2026
Kwame,Boateng,{_AT}kwame-boateng,kwame@example.org,Fieldway,Chief of Staff,22 Jul 2026
"""
FIRST = _HEAD + _FIRST
"""An export with seven people."""
LATER = _HEAD + _SINCE + _FIRST.replace("Kolibri,Staff Engineer", "Kolibri,Principal Engineer")
"""A later export: the same seven, one of them promoted, and who came since."""
