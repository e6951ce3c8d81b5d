"""A message that labels its values in words is read by what the words mean."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.importing import read_request, read_requests
from qfpay_gui.diagnosis.importing.lenses.labels import LABELS
from qfpay_gui.diagnosis.importing.places import places

SIGN = "0F1E2D3C4B5A69788796A5B4C3D2E1F0"
CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"
SIMPLIFIED = (
    "金额",
    "币种",
    "商户订单号",
    "交易时间",
    "支付类型",
    "用户openid",
    "商品名称",
    "签名",
    "签名类型",
    "appcode",
)
TRADITIONAL = (*("交易金額", "幣種", "訂單號", "時間", "支付方式", "openid", "商品", "簽名", "簽名方式", "應用代碼"),)
ENGLISH = (
    *("Amount", "Currency", "Order number", "Transaction time", "Payment type"),
    *("OpenID", "Goods name", "Signature", "Sign type", "App code"),
)
VALUES = ("9.50", "HKD", "T-77.a", "2026-03-04 10:11:12", "800213", "oAbCdEfGhIjKlMnOp", "奶茶 + 大", SIGN, "MD5", CODE)
NAMES = ("txamt", "txcurrcd", "out_trade_no", "txdtm", "pay_type", "sub_openid", "goods_name")


def written(labels: tuple[str, ...], colon: str, between: str) -> str:
    """The message."""
    return between.join(f"{label}{colon}{value}" for label, value in zip(labels, VALUES, strict=True))


@pytest.mark.parametrize("labels", [SIMPLIFIED, TRADITIONAL, ENGLISH], ids=["simplified", "traditional", "English"])
@pytest.mark.parametrize("colon", ["：", ":", ": "])
@pytest.mark.parametrize("between", ["\n", "，", "；", ", ", "\r\n"])
def test_labels_are_read_as_the_names_of_the_api(labels: tuple[str, ...], colon: str, between: str) -> None:
    """With every value as it stands, in lines or in one."""
    (read,) = read_requests(written(labels, colon, between))
    assert read.pairs == tuple(zip(NAMES, VALUES, strict=False))
    assert (read.signature, read.stated_sign_type, read.app_code, read.client_key) == (SIGN, "MD5", CODE, "")


def test_words_of_a_chat_around_the_labels_are_no_parameters() -> None:
    """Who wrote when, a greeting, thanks behind the last value."""
    read = read_request(f"陈大文 09:12\n您好，麻烦看下，金额：950，币种：HKD，订单号：T-77，签名：{SIGN}，谢谢")
    assert read.pairs == (("txamt", "950"), ("txcurrcd", "HKD"), ("out_trade_no", "T-77"))
    assert read.signature == SIGN


def test_the_key_is_no_parameter() -> None:
    """It is known as the key, and not sent."""
    read = read_request(f"金额：950\n币种：HKD\n流水号：20260304000100020003\n密钥：{CODE}\n签名：{SIGN}")
    assert read.pairs == (("txamt", "950"), ("txcurrcd", "HKD"), ("syssn", "20260304000100020003"))
    assert read.client_key == CODE


def test_addresses_and_numbers_of_merchants_are_labelled_too() -> None:
    """An address keeps its own signs."""
    read = read_request(
        "金額：950\n商戶號：mB3kT9\n回調地址：https://a.example/x?y=1&z=2\nQFPay訂單號：2026030400010002"
    )
    assert read.pairs == (
        ("txamt", "950"),
        ("mchid", "mB3kT9"),
        ("notify_url", "https://a.example/x?y=1&z=2"),
        ("syssn", "2026030400010002"),
    )


@pytest.mark.parametrize(
    ("message", "is_read"),
    [
        ("金额：950\n币种：HKD\n订单号：T-77", True),
        ("金额：950\n币种：HKD", False),
        ("金额：950\n币种：HKD\n金额：950", False),
        ("退款金额：950\n币种：HKD\n原订单号：T-77", False),
        ("Amount: 950\nCurrency: HKD\nOrder number: T-77", False),
        (f"Amount: 950\nCurrency: HKD\nOrder number: T-77\nSignature: {SIGN}", True),
    ],
)
def test_only_several_labels_together_make_a_request(message: str, *, is_read: bool) -> None:
    """English words, which any order has, only beside a signature."""
    assert bool(read_request(message).pairs) is is_read


def test_names_of_the_api_count_before_labels() -> None:
    """Where both stand, as in a log below a description."""
    described = "金额：元\n币种：三位\n订单号：文本\n"
    coded = "txamt: 950\ntxcurrcd: HKD\nout_trade_no: T-77\npay_type: 800213"
    assert read_request(described + coded).params["txamt"] == "950"


def test_places_are_those_of_the_message() -> None:
    """What is marked as the amount is the amount in the paste."""
    message = written(SIMPLIFIED, "：", "，")
    marked = {one.name or one.role: message[one.start : one.end] for one in places(message, read_request(message))}
    assert marked["txamt"] == "9.50"
    assert marked["out_trade_no"] == "T-77.a"


def test_a_label_means_one_name() -> None:
    """No word stands for two."""
    words = [word for labels in LABELS.values() for word in labels.split()]
    assert len(words) == len(set(words))
