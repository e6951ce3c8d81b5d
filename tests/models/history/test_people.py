from __future__ import annotations

import json

from qfpay_gui.models.history.people import MOST, People


def test_names_and_ids_are_remembered_and_nothing_else() -> None:
    """In whatever parameter they are said; once each, the latest last."""
    people = People()
    people.meet((("goods_name", "tea"), ("user_truename", "小林")))
    people.meet((("extend_info", json.dumps({"user_creid": "430067798868676871", "user_truename": "欧阳娜娜"})),))
    people.meet((("user_truename", "小林"), ("out_trade_no", "QA1")))
    assert people.met == ("430067798868676871", "欧阳娜娜", "小林")


def test_the_oldest_are_forgotten() -> None:
    """A series of thousands of payments does not make every entry slower."""
    people = People()
    people.meet(("user_truename", f"person {number:04}") for number in range(MOST))
    assert len(people.met) == MOST
    people.meet((("user_truename", "one more"),))
    assert (len(people.met), people.met[0], people.met[-1]) == (MOST, "person 0001", "one more")
