from __future__ import annotations

import pytest

from qfpay_gui import resources
from qfpay_gui.qfpay.suite.reading import MOST_STEPS, SuiteError, read_suite
from qfpay_gui.qfpay.suite.suite import LONGEST_WAIT, Expectation, Step

WHOLE = """
name = "Tea"
rows = "tea.csv"

[[step]]
name = "pay"
call = "payment"
set = { txamt = 300, goods_name = "奶茶" }
sign_type = "SHA256"
mistake = "unsorted"
outcome = "delay:1"
wait = 0.5
[step.expect]
respcd = "1108"
syssn = { match = "[0-9]+" }
pay_params = { present = false }
milliseconds = { most = 90 }

[[step]]
customer = "pays"
order = "${pay.out_trade_no}"

[[step]]
call = "query"

[[step]]
name = "told"
notification = "${pay.out_trade_no}"
receiver = ["error", "success"]
within = 2
expect = { attempts = 2 }

[[step]]
notification = "A"
receiver = "nothing"
"""


def test_five_hundred_steps_are_the_most() -> None:
    """As the page about suites says."""
    assert len(read_suite("[[step]]\n" * 500).steps) == MOST_STEPS == 500


def test_every_part_of_a_step_is_read() -> None:
    """Whole numbers are written as their digits; steps without a name are called by their place."""
    suite = read_suite(WHOLE)
    expected = (
        Expectation("respcd", "equal", "1108"),
        Expectation("syssn", "match", "[0-9]+"),
        Expectation("pay_params", "present", "no"),
        Expectation("milliseconds", "most", "90"),
    )
    values = (("txamt", "300"), ("goods_name", "奶茶"))
    assert (suite.name, suite.rows) == ("Tea", "tea.csv")
    assert [one.name for one in suite.needs_simulator] == ["pay", "2 customer pays", "told", "5 notification"]
    assert suite.steps == (
        Step("pay", "payment", values, "SHA256", "unsorted", "delay:1", wait=0.5, expected=expected),
        Step("2 customer pays", customer="pays", order="${pay.out_trade_no}"),
        Step("3 query", "query"),
        Step(
            "told",
            receiver=("error", "success"),
            notification="${pay.out_trade_no}",
            within=2,
            expected=(Expectation("attempts", "equal", "2"),),
        ),
        Step("5 notification", notification="A", receiver=("nothing",)),
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[[step", "This is no TOML"),
        ("name = 'x'", "The suite has no steps"),
        ("step = []", "The suite has no steps"),
        ("step = 1", "The suite has no steps"),
        ("step = ['pay']", "The suite has no steps"),
        ("nme = 'x'\n[[step]]", "The suite: there is no nme"),
        ("[[step]]\ncal = 'a'\nst = 'b'\n[[step]]\n[[step]]\nexpct = 'c'", "Step 1: there is no cal, st; known"),
        ("[[step]]\ncal = 'a'\n[[step]]\n[[step]]\nexpct = 'c'", "within. Step 3: there is no expct"),
        ("[[step]]\ncal = 'payment'", "Step 1: there is no cal"),
        ("[[step]]\n[[step]]\ncall = 'pay'", "Step 2: there is no call “pay”; known are payment, query"),
        ("[[step]]\nmistake = 'typo'", "Step 1: there is no mistake “typo”"),
        ("[[step]]\nsign_type = 'SHA1'", "Step 1: there is no sign_type “SHA1”"),
        ("[[step]]\ncustomer = 'sleeps'\norder = 'A'", "Step 1: there is no customer “sleeps”"),
        ("[[step]]\ncustomer = 'pays'", "Step 1: order must say"),
        ("[[step]]\ncustomer = 'pays'\norder = 'A'\nset = {}", "Step 1: the customer takes an order and nothing else"),
        ("[[step]]\ncustomer = 'pays'\norder = 'A'\nexpect = {}", "Step 1: the customer takes an order and nothing"),
        ("[[step]]\nnotification = 'A'\ncall = 'query'", "Step 1: a notification is waited for in a step of its own"),
        ("[[step]]\nwithin = 1", "Step 1: within goes with notification"),
        ("[[step]]\nnotification = 'A'\nwithin = 601", "Step 1: within is a number of seconds"),
        ("[[step]]\nreceiver = 'slow'", "Step 1: receiver is one or a list of success, error"),
        ("[[step]]\nreceiver = 1", "Step 1: receiver is one or a list of"),
        ("[[step]]\nset = 'txamt=300'", "Step 1: set is a table"),
        ("[[step]]\nset = { txamt = 3.5 }", "Step 1, txamt: write the value as a text"),
        ("[[step]]\nset = { txamt = true }", "Step 1, txamt: write the value as a text"),
        ("[[step]]\nname = 1", "Step 1: name is a text"),
        ("[[step]]\nwait = -1", "Step 1: wait is a number of seconds"),
        (f"[[step]]\nwait = {LONGEST_WAIT + 1}", "Step 1: wait is a number of seconds"),
        ("[[step]]\nwait = true", "Step 1: wait is a number of seconds"),
        ("[[step]]\nexpect = { respcd = { match = '[' } }", "Step 1, expect.respcd: [ is no regular expression"),
        ("[[step]]\nexpect = { respcd = { like = 'x' } }", "Step 1, expect.respcd: write a text, or one of"),
        ("[[step]]\nexpect = { respcd = { match = 'x', most = 1 } }", "Step 1, expect.respcd: write a text, or one of"),
        ("[[step]]\nname = 'a'\n[[step]]\nname = 'a'", "Two steps are called “a”"),
        ("[[step]]\n" * (MOST_STEPS + 1), f"{MOST_STEPS + 1} steps; {MOST_STEPS} is the most"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(written: str, words: str) -> None:
    """Before anything is sent."""
    with pytest.raises(SuiteError) as raised:
        read_suite(written)
    assert words in str(raised.value)


def test_bounds_are_on_the_right_side() -> None:
    """The longest wait and the most steps are allowed."""
    assert read_suite(f"[[step]]\nwait = {LONGEST_WAIT}").steps[0].wait == LONGEST_WAIT == 600
    assert read_suite("[[step]]\nwait = 0").steps[0].wait == 0
    assert len(read_suite("[[step]]\n" * MOST_STEPS).steps) == MOST_STEPS


def test_a_suite_without_a_name_is_called_one() -> None:
    """The title of its report."""
    assert read_suite("[[step]]").name == "Suite"


@pytest.mark.parametrize("file", sorted((resources.root() / "suites").glob("*.toml")), ids=lambda file: file.stem)
def test_what_comes_along_can_be_read(file: object) -> None:
    """Every suite that is shipped."""
    assert read_suite(resources.template(f"suites/{getattr(file, 'name', '')}")).steps
