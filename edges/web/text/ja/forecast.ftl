# 記録から見込まれる、各機関の決定の時期。

share-of-hundred = 100回中{ $count }回
share-nearly-all = 100回中99回を超える
share-hardly-any = 100回中1回に満たない

forecast-title = 全機関の決定は間に合うか
forecast-whole = は、行事の前日の{ $date }までに、同意が必要なすべての機関が決定する見込みです。
forecast-record = { $date }以降の決定{ $count }件によります。
forecast-critical = 最後になることが最も多いのは{ $authority }です（{ $share }）。
forecast-helps-most = 最も効果があること：{ $what }（{ $before } → { $after }）。
forecast-no-number = 予測なし
forecast-answer-yours = { $authority }に今日回答する
forecast-answer = { $authority }に今日回答がある
forecast-decision = { $authority }が今日決定する
forecast-withheld-other = 全体の見込みはありません：別の官庁について分かっていることが少なすぎます。
forecast-cut = 照会が非常に多い機関については、最近の照会だけを基にしています。
forecast-declined = { $authority }の代案を今日断る
forecast-withheld = 予測はまだありません。{ $why }
forecast-withheld-of = 全体の予測はありません。{ $authority }について：{ $why }
forecast-why-few-decisions = 昨日までに記録された決定は{ $number }件で、{ $least }件が必要です。それより少ないと、そこから求めたどの区間も10回中9回を含むとはいえません。
forecast-why-short-record = 記録の期間は{ $number }日で、決定にはそれより長くかかるようです。10件中9件の決定にかかる長さの記録が必要です。
forecast-why-beyond-record = 案件は{ $number }日そこにあり、それより後の決定は記録にほとんどありません。
forecast-why-few-answers = 回答を待っていますが、昨日までに記録された回答は{ $number }件です。回答にかかる日数を知るには{ $least }件が必要です。
forecast-nothing-awaited = 予測することはありません。行事の前に得られる決定で、待っているものはありません。
forecast-between = { $from }から{ $to }
column-middle = 五分五分の日
column-between = 100回中80回の範囲
column-in-time = 間に合う
column-known = 記録された決定

forecast-reckoned = この予測の計算
reckoned-whole = 全体
reckoned-before = 本日 { $date } より前に起きたことから学んでいます。本日のことは明日から数えます。この案件自体は今の状態で数えます。
reckoned-younger = 新しい記録は、これまでによりよく予測できた分だけ重く数えます。まだ終わっていないものも、続いている日数だけ数えます。
reckoned-drawn = この案件の起こりうる経過を{ $count }通り引きました。記録が示す限りで、機関は共に早く、または遅くなります。同じ案件と同じ記録からは同じ数字が出ます。
reckoned-changes = 効果があること
column-change = 変化
column-chance = 全機関が間に合う見込み
reckoned-own = { $count ->
    [0] そのうちこの機関の決定はありません。機関一般と同じように決定すると見ています。
   *[other] そのうちこの機関の決定は{ $count }件です。
}
reckoned-all = 機関一般：五分五分は{ $middle }日（数える日）、100回中80回は{ $early }日から{ $late }日。
reckoned-one = この機関が今日照会された場合：五分五分は{ $middle }日（数える日）、100回中80回は{ $early }日から{ $late }日。
reckoned-weight = この機関の記録（少ない場合は機関一般の記録と合わせたもの）に従う度合い：{ $share }。残りは、機関一般と同じように決定すると見ています。
reckoned-never = このような件のうち { $share } では、記録の及ぶ期間に決定がありません。上の日付はそれ以外の件のもので、見込みはそれも数えています。
reckoned-load = 昨日までの未決は{ $count }件で、処理の速さに照らすと普段の{ $percent }%です。
reckoned-working-days = 執務日だけを数えます。国の暦と、機関が登録した日によります。
reckoned-every-day = 暦が知られていないため、すべての日を数えます。
reckoned-age = 案件がそこにある日数は、数える日で{ $days }日です。回答を待つ日は数えません。
reckoned-waits = 回答を{ $days }日待っています。知られている回答{ $answers }件によると、五分五分はあと{ $middle }日、10回中9回はあと{ $late }日です。
reckoned-asks = 数える日の一日に質問する見込み：{ $share }。
reckoned-asks-never = 質問した機関はまだないため、質問は見込んでいません。
reckoned-result = 五分五分で{ $middle }までに決定し、100回中80回は{ $between }です。間に合う：{ $share }。
reckoned-last = 最後に決定する：{ $share }。

timeline-fan = 予測：五分五分で{ $middle }まで、100回中80回は{ $from }から{ $to }
timeline-fan-key = 予測：太い部分に半分、細い部分に100回中80回

kept-title = 予測はどれだけ当たるか
kept-what = 過去の各案件を、始まったときにここで知られていたことから予測し、実際の結果と比べています。案件や機関の名はありません。
kept-nothing = 昨日までに記録された照会はありません。
kept-record = { $day }より前：{ $since }以降、{ $authorities }機関への照会{ $referrals }件。うち{ $count }件は予測でき、決定されました。
kept-cut = 照会が非常に多い機関については、最近の照会だけを見ています（全部で{ $count }件）。
kept-too-few = これ以上はまだ言えません。予測できた決定は{ $count }件で、{ $least }件が必要です。それより少ないと、100回中80回の区間が含む割合は、偶然だけで100回中8回より大きく動きます。
kept-intervals = 区間
kept-intervals-what = 区間が示すとおりの割合の決定がその中に入れば、よく当たっています。
kept-skill = すべての決定をまとめた記録との比較
kept-skill-days = 照会から決定までの日数：{ $percent }%よい。0を下回れば劣ります。
kept-skill-within = { $days }日以内に決定されるか：{ $percent }%よい。
kept-within = { $days }日以内の決定
kept-diagram-what = 左から右が予測、下から上が結果です。よく当たる予測は線の上にあります。
column-foretold = 予測
column-came = 結果
column-decisions = 決定

statistics-title = 各機関の所要日数
statistics-of = 同意を必要とする機関が、{ $since }から{ $day }の前日までにここで決定したもの。
statistics-days = 日数は照会から決定までの暦日で、機関が主催者を待っていた日は含みません。「期限内」は期限日までに決定されたもので、沈黙による効果は含みません。照会が非常に多い機関については最近のものだけを見ています。
statistics-few = 決定が{ $least }件に満たない場合は、件数だけを示します。
statistics-none = ここではまだどの機関にも照会されていません。
statistics-too-few = 件数不足
statistics-so-many-days = { $count }日
statistics-silent = { $decided }、ほか沈黙による{ $silent }件
column-decided = 決定
column-half = 半数の所要日数
column-nine-of-ten = 九割の所要日数
column-questions-each = 一件あたりの質問
column-waiting = 本日開始時の未決
