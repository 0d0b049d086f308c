# The brief before the next meeting
brief-title = 会談資料：{ $relationship }
brief-open = 次の会談のための資料
brief-known = { $date } 時点の記録による
brief-as-of = 基準日
brief-as-of-hint = この日より後に記録されたものは含まれません。
brief-other-day = 別の日の資料
brief-see = 表示する
brief-pdf = 書面（PDF）
brief-text = テキスト
brief-met = { $count ->
    [0] この関係の会談はまだ記録されていません。
   *[other] 記録されている会談は { $count } 件、直近は { $last }です。
}
brief-nothing-yet = この日までに、この関係について記録されたものはありません。
brief-whom = 会う相手
brief-whom-nobody = 相手側の人はまだ記録されていません。
brief-no-post = この日の役職は分かっていません。
brief-met-as = { $when }、{ $title }（当時：{ $post }）
brief-met-at = { $when }、{ $title }
brief-ours = 当方が答えるもの
brief-ours-nothing = 当方への要請はありません。
brief-theirs = 先方が答えるもの
brief-theirs-nothing = 先方への要請はありません。
brief-our-word = 当方の約束
brief-their-word = 先方の約束
brief-nothing = ありません。
brief-answer = { $answer }：{ $text }
brief-application = 申請 { $reference }
brief-application-seen = 申請 { $reference }：{ $stage }、{ $asked } 機関のうち { $agreed } 機関が同意
brief-chance = 期日までに全機関が決定する見込み：{ $share }
brief-and = { $one }。{ $other }
brief-overdue = 期限超過
brief-due = 期限：{ $when }
brief-said = 直近の発言
brief-speaker = { $who }（{ $post }）
brief-on = 議題：{ $subject }
brief-coming = 今後の日程
brief-coming-nothing = この関係について、今後の日は記録されていません。
brief-days-left = { $days ->
    [0] 当日
   *[other] あと { $days } 日
}
brief-left-out = 載せていないもの
brief-left-nothing = ありません。
brief-left-said-before = 同じ議題について後の発言があるため、発言 { $count } 件
brief-left-kept = 履行された約束 { $count } 件
brief-left-between-others = 第三者間の要請または約束 { $count } 件
brief-left-comments = 会談以外での論者の発言 { $count } 件
brief-left-beyond = 各欄の最初の 40 行を超える { $count } 行
paper-brief = 会談資料
brief-not-signed = 未確認

# What the desk writes for it, and signing it off
brief-our-line = 当方の立場
brief-not-to-say = 言ってはならないこと
brief-written = { $who }が記入、{ $at }
brief-left-sealed = 言ってはならないこと { $count } 件（封印）
brief-line-write = 当方の行を書く
brief-line-whole = 関係全体
brief-line-sealed = 封印された行
brief-line-take-back = 当方の行を取り消す
brief-kind-our-line = 当方の立場：この記録を読む人は誰でも読みます
brief-kind-not-to-say = 言ってはならないこと：封印され、あなたと指名した人だけが読みます
field-brief-kind = 種類
field-brief-about = 対象
field-brief-words = 内容
field-brief-readers = 封印する場合、ほかに読む人
hint-brief-readers = それ以外の人には、存在することだけが知らされ、言葉は知らされません。
hint-brief-taken-back = 存在したことは記録に残ります。封印された行の言葉は消去されます。
fault-brief-readers-of-all = 当方の立場は、この記録を読む人なら誰でも読みます。誰も指名しないか、「言ってはならないこと」を選んでください。
back-to-brief = 会談資料に戻る
brief-signed = 確認済み
brief-signing = 確認
brief-signed-by = { $date } 時点、{ $who }、{ $at }
brief-sign = この資料を確認済みとする
brief-sign-what = テキストのハッシュ値が記録に残り、テキストも保存されます。封印されたものはテキストでは件数だけが示されます。
brief-changed-since = この資料が確認された後、記録が変わりました。
refusal-not-a-reader = この記録を読む、あなたの組織の人だけを指名してください。
refusal-brief-changed = 資料は、表示されたものから変わっています。読み直してから確認してください。
brief-sha256 = SHA-256 { $hash }
fault-day-to-come = まだ来ていない日です。今日またはそれより前の日を指定してください。
