"""The oldest published example: Chinese text and an e-mail address, signed as they are."""

from qfpay_gui.qfpay.signing import signature

_FIELDS = (
    "address=XX区XX路XX号&bankaccount=1234567890&bankaddr=银行详细地址&bankcity=成都&bankcode=123&bankcountry=中国"
    "&bankname=中国建设银行&bankswiftcode=001&bankuser=王&channel_type=1&city=成都&country=中国"
    "&email=email@example.com&idnumber=110000201608220123&licenseactive_date=2016-07-10&licensenumber=12345678"
    "&mcc_id=6125485337528623306&mobile=14401234567&name=测试企业&shopname=XX商店&username=some_user"
)


def test_the_example_of_the_overseas_document_of_2016_08_22_is_reproduced() -> None:
    """Values are signed raw, in UTF-8, whatever order they come in."""
    fields = dict(reversed([one.split("=", 1) for one in _FIELDS.split("&")]))
    assert signature(fields, "789012") == "E019253E135863C335333C983DF05359"
