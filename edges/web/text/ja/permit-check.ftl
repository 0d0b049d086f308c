# 許可の事前確認：アカウントなしで、行事に何が必要かを調べる。

place-permit-check = 事前確認
permit-check-title = 許可の事前確認
permit-check-link = 行事に必要な許可を調べる（事前確認、アカウント不要）
permit-check-what = 行事にどの機関の同意が必要か、その理由と、いつまでに申請すべきかを調べられます。アカウントは不要で、何も保存しません。回答はページのアドレスに含まれるので、保存したり人に送ったりできます。
permit-check-where = どこで行う、どのような行事ですか。
permit-check-continue = 次へ
permit-check-about = { $rulebook }：{ $day }
permit-check-matters = この回答が関わる機関：{ $authorities }
permit-check-why = この質問の理由
permit-check-left = { $count ->
    [1] 最後の質問です
   *[other] 残りはこの質問を含めて最大 { $count } 問です
}
permit-check-answers = これまでの回答
permit-check-left-out = 回答しない
permit-check-other-version = このアドレスは規則の別の版のもとで作られました。表示は第 { $version } 版によるものです。
permit-check-not-asked = このアドレスには、この規則が尋ねない回答も含まれています。アドレスには残りますが、結果には影響しません：{ $answers }
permit-check-result = 行事に必要なもの
permit-check-asked = { $count ->
    [0] この規則では、照会する機関はありません。ここで申請する必要はありません。
    [1] 照会する機関は一つです。
   *[other] 照会する機関は { $count } あります。
}
permit-check-first-day = すべての機関に間に合わせるには、{ $date } までに申請してください（その日のうちに照会される場合）。
permit-check-late = 少なくとも一つの機関について、申請の期限を過ぎています。
permit-check-another-day = 日を変更する
permit-check-later = { $date }からは規則の第 { $version } 版が適用されます。その日以降の申請は、その版によって決定されます。
permit-check-not-yet = この規則はその日については答えられません。{ $from }から適用されます。日を変えるか、規則の作成者に問い合わせてください。
permit-check-not-then = この規則はその日については答えられません。適用されるのは{ $from }から{ $to }までです。日を変えるか、次の版について規則の作成者に問い合わせてください。
permit-check-begin = この回答で申請を始める
permit-check-begin-anyway = それでも申請する：この回答で申請を始める
fault-day-not-ahead = この日は将来の日付ではありません。今日は{ $today }です。より後の日を選んでください。
fault-day-beyond-calendars = この規則の暦は{ $to }までで、この日を含みません。より前の日を選ぶか、運用者に新しい版を求めてください。
permit-check-not-organiser = 申請を始められるのは主催者です。別の役割でサインインしています。
permit-check-basis = この結果の根拠
permit-check-version = { $today }現在、規則集の第 { $version } 版によって計算しました。すべての規則とその典拠は次のページにあります：
permit-check-keep = このページのアドレス（保存・送付用）
permit-check-address = このページのアドレスです。開いた人には同じ回答が表示され、その日の規則で計算し直されます：
permit-check-sign-in = サインインすると、この回答で申請が始まります。下書きなので、提出するまでどの機関にも照会されません。
permit-check-no-account = アカウントがない場合：アカウントは招待によって主催者に与えられます。このサイトの運営者か、主管機関に問い合わせてください。回答は失われません：
permit-check-back = 事前確認に戻る

question-left-out = 該当しない、または回答しない

asked-position = { $competence }。決定の期限はその機関の期間による。それまでに回答がない場合：{ $silence }
asked-position-advises = { $competence }。意見の期限はその機関の期間による。許可証は、その期間が終わる前でも、意見なしに交付できる
asked-lead-time = 行事の { $period } 前までに提出
needs-assumed = 当方の想定
needs-source = 典拠
needs-documents = 提出する書類
needs-fees = 手数料
needs-conditions = 見込まれる条件
needs-distances = 保安距離
needs-for = 提出・対応先：{ $authorities }
needs-before = 行事の前。
needs-during = 行事の間。
needs-after = 行事の後。
needs-proof = 守ったことを示す必要があります。
fee-per-application = 申請ごとに { $amount } { $currency }。
fee-per-day = 一日につき { $amount } { $currency }。
distance-metres = { $metres } m
distance-up-to = { $most } { $unit } まで：{ $metres } m
distance-beyond = 回答は規則集が想定する値を超えているため、距離は機関が定めます
distance-by = 次の回答による：{ $question }

failure-long-address-title = アドレスが長すぎます
failure-long-address-what = これほど長いアドレスのページはありません。何も行われませんでした。
failure-long-address-next = 最初からやり直すか、受け取ったアドレスをそのまま使ってください。
