# 担当者が自分の機関に推薦すること。
act-recommend = 決定を推薦する
act-recommend-advice = 意見を推薦する
act-recommend-what = あなたの機関だけが読みます。以前の推薦に代わるものになります。二人で決定する機関では、その後あなた以外の決定者が決定します。
recommendation-title = 推薦
recommendation-own = これを読むのはあなたの機関だけです。
recommendation-four-eyes = ここでは二人で決定します。一人が決定を推薦し、別の人が決定します。
recommended-by = { $at }に推薦（{ $role }）
recommended-by-you = { $at }にあなたが推薦しました
recommended-before = それより前の推薦
recommendation-itself = この推薦はあなた自身のものです。あなたの機関の別の決定者が決定します。
docket-recommended = { $at }から決定が推薦されています
rulebook-four-eyes = 二人で決定します。一人が推薦し、別の人が決定します。
key-four-eyes = 二人で決定
