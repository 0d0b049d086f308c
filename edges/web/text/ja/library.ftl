# 規則集の条件を各機関が付けるときの選択肢：文、期限、数値。
condition-and-limit = { $condition }{ $limit }
field-conditions-own = その他の条件（自由記入）
library-before = 規則集の条件（行事の前に守るもの）
library-during = 規則集の条件（行事の間に守るもの）
library-after = 規則集の条件（行事の後に守るもの）
library-folded = { $phase }：{ $all }件のうち{ $chosen }件を選択
library-words = 条件の文
hint-library-words = 文を変えると、その機関自身の条件になります。規則集のどの条件をもとに書いたかは記録に残ります。
hint-library-day = 主催者が守ったことを示す期限の日です。示す必要がなければ空のままにしてください。
library-limit = 定める値
library-limit-open = 値はご自分で定めてください。
library-expected = 規則がこの行事に勧める条件です。
library-left-out = 規則が勧めるが、付けない条件
library-own-words = 文は規則集の作成者によるものです。
library-rests-on = 根拠：{ $citation }。
library-day = { $date }までに示すこと（{ $days }）。
library-day-past = { $days }に示すこと。その日（{ $date }）は過ぎています。
library-day-unknown = { $days }に示すこと。
library-days-calendar-before = { $days ->
    [0] 行事の当日まで
   *[other] 行事の{ $days }日前まで
}
library-days-working-before = { $days ->
    [0] 行事の当日まで
   *[other] 行事の{ $days }営業日前まで
}
library-days-calendar-after = { $days ->
    [0] 行事の当日
   *[other] 行事の後{ $days }日以内
}
library-days-working-after = { $days ->
    [0] 行事の当日
   *[other] 行事の後{ $days }営業日以内
}
library-of = 付ける機関：{ $authorities }。
library-of-rules = 規則により照会される機関が付けます。
library-of-anybody = どの機関も付けられます。
library-editable = 付ける機関は別の値を定められます。
condition-taken = 規則集
condition-taken-as = { $rulebook }の「{ $condition }」
condition-taken-after = { $rulebook }の「{ $condition }」をもとにした機関自身の文
fault-shown-on = この条件を守ったことを示せるのは { $from }から { $to }までです。その間の日を選ぶか、空のままにしてください。
refusal-not-in-library = 「{ $condition }」は、この機関が付けられる規則集の条件ではないか、規則集では内容が異なります。ページを開き直し、表示されたものから選んでください。
key-shown-by = 示す期限
key-limit-measure = 定めるもの
key-limit-value = 定める値
key-limit-editable = 別の値にできるか
key-authorities = 付ける機関
