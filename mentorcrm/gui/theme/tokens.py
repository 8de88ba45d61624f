"""The visual tokens: the only module in which a colour is written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Scheme(StrEnum):
    """What the user chose in Preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one look, by the part they play."""

    name: str
    dark: bool
    window: str
    surface: str
    column: str
    border: str
    control: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    on_selection: str
    identified: str
    asked: str
    accepted: str
    declined: str
    danger: str
    goals: tuple[str, ...]
    """The edge of a card, by ``goal.hue``; never the only sign of a goal."""
    border_width: int = 1

    @property
    def warning(self) -> str:
        """Return the colour of what is late."""
        return self.asked

    @property
    def good(self) -> str:
        """Return the colour of what went well."""
        return self.accepted

    def color(self, name: str) -> str:
        """Return the colour called ``name``; ``goal0`` to ``goal7`` are the goals' hues."""
        if name.startswith("goal") and name[4:].isdigit():
            return self.goals[int(name[4:]) % len(self.goals)]
        value = getattr(self, name)
        if not isinstance(value, str):
            raise AttributeError(f"{name} is not a colour")
        return value


LIGHT = Tokens(
    name="light",
    dark=False,
    window="#F4F5F7",
    surface="#FFFFFF",
    column="#ECEEF2",
    border="#D5D9E0",
    control="#7C8594",
    text="#1B1F27",
    muted="#525B69",
    faint="#606978",
    accent="#2A5BB8",
    accent_hover="#224C9B",
    on_accent="#FFFFFF",
    selection="#DCE7FA",
    on_selection="#163A7D",
    identified="#4E5D78",
    asked="#9A4A06",
    accepted="#1B7038",
    declined="#7A4B6B",
    danger="#B3261E",
    goals=(
        "#2A5BB8",
        "#1B7038",
        "#9A4A06",
        "#7A4B6B",
        "#0F6F78",
        "#5B4BB5",
        "#A13360",
        "#5F6414",
    ),
)

DARK = Tokens(
    name="dark",
    dark=True,
    window="#16181D",
    surface="#21242B",
    column="#1B1E24",
    border="#363B46",
    control="#757E8E",
    text="#E7EAF0",
    muted="#AAB2C0",
    faint="#9BA4B3",
    accent="#8AB1F8",
    accent_hover="#A6C4FB",
    on_accent="#0F2348",
    selection="#263A5E",
    on_selection="#DCE7FD",
    identified="#A9B6CE",
    asked="#F0B45F",
    accepted="#7CCB93",
    declined="#D6A6C6",
    danger="#F59A92",
    goals=(
        "#8AB1F8",
        "#7CCB93",
        "#F0B45F",
        "#D6A6C6",
        "#6CC7CF",
        "#B5A8F5",
        "#F093B4",
        "#C5CB6E",
    ),
)

CONTRAST_LIGHT = replace(
    LIGHT,
    name="contrast_light",
    window="#FFFFFF",
    column="#FFFFFF",
    border="#000000",
    control="#000000",
    text="#000000",
    muted="#000000",
    faint="#000000",
    accent="#003CB3",
    accent_hover="#000000",
    selection="#000000",
    on_selection="#FFFFFF",
    border_width=2,
)

CONTRAST_DARK = replace(
    DARK,
    name="contrast_dark",
    window="#000000",
    surface="#000000",
    column="#000000",
    border="#FFFFFF",
    control="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    faint="#FFFFFF",
    accent="#9CC7FF",
    accent_hover="#FFFFFF",
    on_accent="#000000",
    selection="#FFFFFF",
    on_selection="#000000",
    border_width=2,
)

ALL = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


def choose(scheme: Scheme, *, system_dark: bool, system_contrast: bool) -> Tokens:
    """Return the tokens for ``scheme`` on a system that prefers dark, or high contrast."""
    dark = system_dark if scheme in (Scheme.SYSTEM, Scheme.HIGH_CONTRAST) else scheme == Scheme.DARK
    if scheme == Scheme.HIGH_CONTRAST or (scheme == Scheme.SYSTEM and system_contrast):
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def luminance(color: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` as WCAG defines it."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
