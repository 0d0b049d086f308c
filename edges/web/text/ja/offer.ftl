# 決定の代わりに機関が示す代案

standing-counter-offered = 代案を提示
offer-day = 別の日：{ $day }
offer-hours = 別の時間：{ $hours }
offer-place = 別の会場：{ $place }
offer-form = 別の形：「{ $form }」
offer-told = { $authority }は申請とは別の案を示しています。{ $what }

referral-offers = 代案
offer-number = 代案 { $number }
offer-made = { $at } に提示
offer-open = まだ回答がありません。審査期間は停止しています。
offer-accepted = { $at } に受諾。
offer-accepted-applied = { $at } に受諾。主催者はその内容で申請しました。
offer-declined = { $at } に辞退。申請の内容は変わりません。
offer-taken-back = { $at } に取下げ。
offer-decided = { $at } の決定までに回答がありませんでした。
offer-overtaken = 受諾されませんでした。{ $at } に主催者が申請を別の内容に変更しました。
offer-released = 回答なし：{ $at } 以降、この官庁には照会していません。
offer-not-answered = 回答がありませんでした。この申請についてはもう何も決定されません。
offer-in-vain = 同意しなかった機関があるため、ここで別の内容を申請することはできません。代案を辞退することはできます。
offer-not-ahead = 代案の日が将来の日付ではなくなったため、もう受諾できません。
offer-taken-up = この機関が { $at } に代案として示した日、時間、会場が、現在申請されています。{ $what }。決定はこれからです。

act-offer-instead = 代案を示す
act-offer-instead-what = 申請された内容について決定する代わりに、同意できる案を示します。主催者が答えるか、あなたが代案を取り下げるまで、あなたの機関の審査期間は停止し、ほかの機関の期間は進みます。それまで何も変わりません。いつでも決定することができます。
hint-offer-nothing = 申請のままでよいものは空欄にしてください。
field-offer-date = 別の日
field-offer-from = 別の開始時刻
field-offer-until = 別の終了時刻
field-offer-place = 別の会場
field-offer-form = 別の形（自由な文章で）
hint-offer-form = 代わりに見せるもの、行うこと。例：花火の代わりにドローンショー。
field-offer-reasons = 申請の内容ではなくこの案とする理由
column-offer = 代案
act-withdraw-offer = 代案を取り下げる
act-answer-offer-whom = { $authority }の代案に答える
act-take-up-offer = 受諾する：代案の内容で申請する
act-take-up-offer-what = 代案の日、時間、会場を入れた変更を始めます。すでに始めた変更があれば、それにこれらを入れて続けます。どの機関がいつまでに改めて決定するかは、提出する前に表示されます。そのまま提出すると、代案を受諾したことになります。その機関は改めて決定します。
act-take-up-offer-begin = この変更を準備する
act-accept-offer = 代案を受諾する
act-accept-offer-what = これによって申請の内容は変わりません。答えや内容が変わる場合は、申請も変更してください。
act-decline-offer = 代案を辞退する
act-decline-offer-what = その機関の期間が再び進み、申請された内容について決定します。
field-offer-accept-reasons = 添える言葉（省略できます）
field-offer-decline-reasons = 理由（省略できます）

confirm-offer-title = 示す前に代案を確認する
confirm-offer = この代案を示す
confirm-offer-told = 代案の内容は、この申請の主催者と各機関が読むことができます。理由は主催者と主管機関だけが読み、ほかの機関は読みません。
confirm-offer-not-a-decision = これは決定ではありません。主催者が受諾した場合も、改めて申請された内容についてあなたが決定します。
confirm-accept-offer-title = 代案を受諾する前に確認する
confirm-accept-offer = { $authority }：期間が再び進み、受諾されたことを踏まえて決定します。
confirm-decline-offer-title = 代案を辞退する前に確認する
confirm-decline-offer = { $authority }：期間が再び進み、申請された内容について決定します。別の代案を示すこともできます。
confirm-offer-stands = 取り消すことはできません。
confirm-offer-ends = 代案 { $number } はこれで終わります。主催者はまだ答えていません。

amend-offers = 各機関の代案
amend-accepts = このまま提出すると、{ $authority }の代案を受諾したことになります。{ $what }。その機関は改めて決定します。
amend-accepts-left = このまま提出すると、{ $authority } の代案（{ $what }）を受け入れます。その場合、この官庁には照会されなくなります。
amend-accepts-form = { $authority }が示した形も、これによって言葉のうえで受諾されます。答えや内容が変わる場合は、この申請でも変更してください。
amend-ends-offer = { $authority }の代案は、受諾されないままこの変更で終わります。{ $what }
amend-keeps-offer = { $authority }の代案は回答待ちのままです。{ $what }
did-accept-offer = その代案を受諾：{ $what }
paper-offered = { $at } に、この機関は代案を示しました。{ $what }。{ $state }

fact-offer-open = 代案{ $number }：{ $at }に提示
fact-offer = 代案{ $number }：{ $at }に提示、{ $ended }に終了

refusal-offer-open = 代案 { $number } が回答待ちです。主催者が答えるか、取り下げてからにしてください。または決定してください。
refusal-no-open-offer = 代案 { $number } は回答待ちではありません。回答されたか、取り下げられたか、決定または申請の変更によって終わりました。
refusal-offers-nothing-else = これは申請された内容と同じか、何も示していません。別の日、別の時間、別の会場、または別の形を書いてください。
refusal-offered-too-often = 代案は一つの申請につき { $most } 回まで示すことができ、すでに達しています。申請された内容について決定してください。
refusal-accepted-by-amending = 別の日、時間、会場は、その内容で申請することによって受諾します。代案から変更を準備してください。
refusal-offers-changed-since = 回答を待っている代案が、ページに示されたものと異なります。代案が示されたか、取り下げられたか、回答されました。何も提出されていません。今提出した場合の内容を下で確認してください。
