"""LINE ENDS (避头尾): the signs that may not begin a line, and those that may not end one.

`GLUE_…` are for a house style that keeps a number and its unit together.
"""

NOT_FIRST = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾"
    "﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
NOT_LAST = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥"
GLUE_NOT_LAST = "0123456789０１２３４５６７８９亿万个百千"
GLUE_NOT_FIRST = "元点次里"
