from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.models.suite.library import SHIPPED, suite_of
from qfpay_gui.qfpay.suite.reading import read_suite
from qfpay_gui.qfpay.suite.suite import Expectation, Step
from qfpay_gui.qfpay.suite.writing import step_toml, suite_toml

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_what_is_written_is_read_again_as_the_same() -> None:
    """Every suite that comes along, whose steps use all there is."""
    for source in SHIPPED:
        suite = suite_of(source)
        assert read_suite(suite_toml(suite.name, [(one, ()) for one in suite.steps])) == suite


@given(WORDS.filter(bool), WORDS, WORDS, st.sampled_from(["equal", "match", "most", "present"]))
def test_any_text_is_written_so_that_it_is_read(name: str, value: str, remark: str, how: str) -> None:
    """Quotes, line ends, control characters and all."""
    wanted = {"equal": value, "match": "[0-9]+", "most": "1.5", "present": "no"}[how]
    expected = (Expectation(name, how, wanted),)  # type: ignore[arg-type]  # one of the four
    step = Step(name, values=((name, value),), sign_type="SHA256", wait=1.5, receiver=("error",), expected=expected)
    (read,) = read_suite(step_toml(step, (remark,))).steps
    assert read == step


def test_it_is_written_as_a_person_would() -> None:
    """In few lines, with its remarks above it; what is long becomes a table of its own."""
    step = Step("pay", values=(("txamt", "300"),), expected=(Expectation("respcd", "equal", "0000"),))
    assert step_toml(step, ("By hand.",)) == (
        '# By hand.\n[[step]]\nname = "pay"\ncall = "payment"\nset = { txamt = "300" }\nexpect = { respcd = "0000" }\n'
    )
    long = Step("told", notification="A", within=2, values=(("a", "x" * 60), ("b c", "y" * 60)))
    assert step_toml(long) == (
        f'[[step]]\nname = "told"\nnotification = "A"\nwithin = 2\n[step.set]\na = "{"x" * 60}"\n"b c" = "{"y" * 60}"\n'
    )
