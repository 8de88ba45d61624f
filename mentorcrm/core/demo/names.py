"""Invented people: given and family names that belong together, from many places.

Any likeness is chance. Addresses use domains and numbers kept for examples.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Culture:
    """Names that go together, and the cities such people live in."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    cities: tuple[str, ...]


def _culture(given: str, family: str, cities: str) -> Culture:
    return Culture(tuple(given.split()), tuple(family.split()), tuple(cities.split("; ")))


CULTURES = (
    _culture(
        "Adaeze Amara Bola Chidi Chioma Emeka Femi Funke Ifeoma Kemi Kunle Ngozi Nnamdi Obinna "
        "Sade Segun Temi Tunde Uche Yemi",
        "Abiola Achebe Adebayo Adeniyi Afolabi Balogun Chukwu Eze Fashola Ibekwe Lawal Nwosu "
        "Obi Ogunleye Okeke Olawale Onyango Salako Ude Williams",
        "Lagos; Abuja; London; Manchester",
    ),
    _culture(
        "Aarav Aditi Ananya Arjun Deepa Devika Ishaan Kabir Kavya Lakshmi Meera Neel Nisha "
        "Pooja Rahul Rohan Sanjay Shreya Tara Vikram",
        "Agarwal Banerjee Bhatt Chatterjee Desai Gupta Iyer Joshi Kapoor Kulkarni Menon Mukherjee "
        "Pillai Rao Reddy Sen Shah Sharma Subramanian Verma",
        "Bengaluru; Pune; Mumbai; Toronto; London",
    ),
    _culture(
        "Akari Aoi Ayumi Daichi Emi Haruto Hikari Itsuki Kaito Kenji Mio Naoki Nozomi Ren Riko "
        "Sakura Sora Takumi Yui Yuto",
        "Abe Endo Fujita Goto Hasegawa Hayashi Inoue Ishikawa Kato Kimura Kondo Maeda Matsuda "
        "Mori Nakamura Ogawa Okada Saito Shimizu Yamada",
        "Tokyo; Osaka; Fukuoka; Berlin",
    ),
    _culture(
        "Anders Astrid Axel Ebba Elin Erik Freja Gustav Hedda Ingrid Johan Karin Lars Linnea "
        "Magnus Nils Saga Sigrid Sven Tove",
        "Ahlgren Berglund Bjork Dahlberg Ekström Engström Falk Hedlund Holmberg Lindgren "
        "Lundqvist Nordin Norling Öberg Rosén Sandberg Söderlund Strand Wallin Åkesson",
        "Stockholm; Gothenburg; Malmö; Copenhagen",
    ),
    _culture(
        "Anneliese Bastian Clara Elke Felix Florian Franziska Greta Heike Jörg Katrin Lena "
        "Lukas Matthias Moritz Sabine Tobias Ulrike Valentin Wiebke",
        "Albrecht Baumann Brückner Dietrich Eberhardt Engel Fuhrmann Graf Hartwig Kessler Köhler "
        "Kramer Lenz Möller Neumann Reinhardt Schäfer Seidel Vogt Zimmermann",
        "Berlin; Hamburg; Munich; Leipzig; Zurich",
    ),
    _culture(
        "Adrien Amélie Baptiste Camille Céline Chloé Étienne Gaëlle Hélène Julien Laure Léa "
        "Lucas Manon Maxime Noémie Océane Rémi Solène Théo",
        "Aubert Barbier Blanchard Carpentier Chevalier Colin Delacroix Dufour Fontaine Garnier "
        "Guérin Lambert Leclerc Marchand Mercier Perrin Renard Roussel Vasseur Vidal",
        "Paris; Lyon; Nantes; Brussels; Montréal",
    ),
    _culture(
        "Alejandra Andrés Beatriz Camila Cristina Diego Elena Emilio Gabriela Hugo Isabel Javier "
        "Lucía Mateo Natalia Pablo Rocío Santiago Valeria Ximena",
        "Aguilar Benítez Cabrera Castaño Delgado Escobar Fuentes Gallardo Herrera Ibáñez Lozano "
        "Marín Navarro Ortega Peña Quintero Ríos Salazar Vargas Zamora",
        "Madrid; Barcelona; Bogotá; Mexico City; Buenos Aires",
    ),
    _culture(
        "Ana Bruno Caio Clarice Davi Eduarda Fábio Helena Igor Joana Larissa Luana Marcelo "
        "Otávio Paulo Rafaela Sérgio Tainá Thiago Vitória",
        "Almeida Azevedo Barbosa Cardoso Correia Duarte Ferraz Guimarães Lacerda Macedo Monteiro "
        "Nogueira Pacheco Queiroz Ramalho Rezende Sampaio Teixeira Valente Xavier",
        "São Paulo; Lisbon; Porto; Recife",
    ),
    _culture(
        "Bowen Chen Fang Haoran Hui Jing Junjie Lan Li Mei Ming Peng Qiang Rui Shan Wei Xin Yan "
        "Yifan Zihan",
        "Bai Cai Deng Fan Gao Guo Huang Jiang Liang Lin Luo Ma Pan Qian Shen Song Tang Xie Zeng Zhou",
        "Shanghai; Singapore; Vancouver; Taipei",
    ),
    _culture(
        "Bora Chae-won Dong-hyun Eun-ji Ha-eun Hye-jin Jae-hyun Ji-ho Ji-woo Joon Min-jun "
        "Min-seo Na-yeon Seo-jun Seo-yeon So-yeon Sung-min Tae-yang Woo-jin Yu-na",
        "Ahn Bae Cha Cho Choi Han Hong Hwang Im Jang Jung Kang Ko Kwon Moon Oh Park Ryu Seo Yoon",
        "Seoul; Busan; Los Angeles",
    ),
    _culture(
        "Amina Amir Dalia Farid Hadi Hana Ibrahim Jamila Karim Khadija Layla Mariam Nadia Omar "
        "Rania Samir Tariq Yasmin Youssef Zayd",
        "Abbas Aziz Bakri Darwish El-Sayed Fayed Haddad Hakim Hamdan Jaber Khalil Mansour Nasser "
        "Qasim Rahman Saleh Shaheen Tawfiq Younis Zidan",
        "Cairo; Amman; Dubai; Casablanca; London",
    ),
    _culture(
        "Agnieszka Bartosz Daria Dominik Ewa Filip Grzegorz Hanna Jakub Kamila Kinga Łukasz "
        "Magda Marek Natalia Oskar Paweł Rafał Weronika Zofia",
        "Adamczyk Baran Czarnecki Dąbrowski Gajda Jasiński Kaczmarek Kubiak Lis Majewski Nowicki "
        "Olszewski Pawlak Rutkowski Sadowski Sikora Urban Walczak Wróbel Zając",
        "Warsaw; Kraków; Wrocław; Vilnius",
    ),
    _culture(
        "Aoife Brendan Ciara Conor Deirdre Eoin Fergus Gráinne Iain Isla Kirsty Liam Maeve "
        "Niamh Owen Rhys Rory Siobhan Una Wyn",
        "Brannigan Callaghan Doherty Fitzgerald Gallagher Hughes Keane Lennox MacLeod McAllister "
        "Nolan O'Brien O'Shea Pritchard Quinn Rafferty Sinclair Tierney Urquhart Vaughan",
        "Dublin; Edinburgh; Cardiff; Belfast",
    ),
    _culture(
        "Abigail Brandon Caleb Dana Ethan Grace Hailey Jordan Kayla Logan Madison Morgan Natalie "
        "Parker Quentin Riley Sierra Trevor Vanessa Wesley",
        "Alston Barrow Caldwell Denton Ellison Farrow Granger Holloway Kendrick Langford Merritt "
        "Norwood Pemberton Ransom Sheffield Thornton Underwood Whitaker Yates Zeller",
        "New York; Austin; Seattle; Chicago; Denver",
    ),
    _culture(
        "Abena Akosua Akwasi Ama Efua Esi Kojo Kofi Kwabena Kwame Maame Nana Adwoa Yaa Yaw Afia "
        "Kwesi Araba Ekow Fiifi",
        "Agyeman Amoah Ansah Appiah Asante Baidoo Boakye Darko Donkor Frimpong Gyasi Mensah "
        "Nkansah Nyarko Opoku Owusu Quaye Sarpong Tetteh Yeboah",
        "Accra; Kumasi; London; Amsterdam",
    ),
    _culture(
        "Anh Bao Chau Dung Giang Hai Hanh Hoa Khanh Lan Linh Long Minh Nga Ngoc Phuong Quan Thao "
        "Trang Tuan",
        "Bui Cao Dang Dinh Do Duong Ha Ho Huynh Lam Ly Mai Ngo Pham Phan Quach Ta To Truong Vu",
        "Hanoi; Ho Chi Minh City; Melbourne; Paris",
    ),
)


def people(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """Yield given name, family name and city, each full name once, without end."""
    pairs = [
        (place, given, family)
        for place, culture in enumerate(CULTURES)
        for given in culture.given
        for family in culture.family
    ]
    chance.shuffle(pairs)
    initials = ["", *"ABCDEFGHIJKLMNOPRSTVWYZ"]
    turn = 0
    while True:
        round_, letter = divmod(turn, len(initials))
        middle = f" {initials[letter]}." if letter else ""
        suffix = f" {round_ + 1}" if round_ else ""
        for place, given, family in pairs:
            city = chance.choice(CULTURES[place].cities)
            yield f"{given}{middle}", f"{family}{suffix}", city
        turn += 1
