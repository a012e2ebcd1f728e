"""The house styles that the program ships."""

from collections.abc import Mapping

import pytest

from model.library.house_styles import house_styles
from model.typesetting.house_style import HouseStyle
from tests.word.samples import STYLES


@pytest.fixture(scope="session")
def styles() -> Mapping[str, HouseStyle]:
    return house_styles(STYLES)


@pytest.fixture(scope="session")
def gbt9704(styles: Mapping[str, HouseStyle]) -> HouseStyle:
    return styles["gbt9704"]
