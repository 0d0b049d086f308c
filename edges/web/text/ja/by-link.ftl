# アカウントのない人の意見。一度だけ使えるリンクで求める。

by-link-title = アカウントのない人の意見
by-link-all = 意見を求めた人
by-link-who = { $name }（{ $office }）
by-link-ask = アカウントのない人に意見を求める
by-link-ask-what = たとえば港長や博物館など、意見が役立つもののここにアカウントのない人です。リンクの先に示されるのは、行事とその日時・場所、主催者、あなたの質問、そして下で選ぶ書類だけです。返ってくるのはその人の意見です。決定ではなく、期間もこれを待ちません。
by-link-is-sent = リンクは電子メールで送られます。選んだ日まで、一度だけ使えます。
by-link-is-shown = ここから電子メールは送られません。リンクはあなたに一度だけ示されるので、ご自分で渡してください。選んだ日まで、一度だけ使えます。
by-link-do-ask = リンクを作る
by-link-see = リンクで意見を求めた人を見る
by-link-ask-anew = 改めて求める
by-link-anew = { $name }さんに改めて意見を求めます。新しいリンクを作ると、前のリンクは使えなくなります。
by-link-withdraw = リンクを終了する
by-link-sent = リンクを送りました。
by-link-made-title = リンク
by-link-made = { $who }に渡すリンクです。{ $date }まで、一度だけ回答を受け付けます。
by-link-address = リンク
by-link-once = 今写し取ってください。ここには保存されず、他の誰にも示されません。リンクが終わるまで、このページはこのブラウザーの履歴からだけ再び開けます。共用の端末では履歴を消してください。これを持つ人はその人の名で回答できます。書面と同じように渡してください。失われたときは改めて求めてください。このリンクはその時に終わります。
by-link-unsent = 電子メールを送れませんでした。リンクをご自分で渡すか、後で改めて求めてください。
by-link-back = 意見を求めた人に戻る
field-by-link-for = どの決定のためか
field-by-link-name = 氏名
field-by-link-office = 役職
field-by-link-address = 電子メールのアドレス
hint-by-link-address = リンクの送り先です。アドレスは保存されません。
field-by-link-language = リンクの言語
field-by-link-question = 知りたいこと
hint-by-link-question = リンクを開いた人が読みます。意見が届いた後は、この案件を見られる人全員が読みます。
field-by-link-until = 期限
hint-by-link-until = リンクが回答を受け付ける最後の日です。今日から行事の日まで選べます。
field-by-link-documents = その人が読める書類
hint-by-link-documents = 必要なものだけ選んでください。選ばなくてもかまいません。

by-link-asked = { $at }に{ $authority }が求めた。期限：{ $date }
by-link-awaited = 回答待ち
by-link-overdue = 期限超過
by-link-says-no-objection = 異議なし
by-link-says-advised = 意見あり
by-link-says-objected = 異議あり
by-link-ended-withdrawn = 取下げ
by-link-ended-asked-anew = 改めて求めた
by-link-ended-decided = 不要になった
by-link-ended-permitted = 不要になった
by-link-ended-closed = 不要になった
by-link-why-withdrawn = 回答のないまま、{ $at }にリンクが終了されました。
by-link-why-asked-anew = { $at }に別のリンクで改めて求められ、このリンクは終わりました。
by-link-why-decided = 求めた機関が{ $at }に決定したか、照会の対象でなくなりました。回答のないままリンクは終わりました。
by-link-why-permitted = { $at }に許可証が発行されました。回答のないままリンクは終わりました。
by-link-why-closed = { $at }に申請が取り下げられたか、行事が終わりました。回答のないままリンクは終わりました。
by-link-came = { $at }に、アカウントのない人がリンクで回答しました。この人の意見であり、どの機関の決定でもありません。
by-link-before-change = 申請が変更される前の内容についての意見です。
by-link-due = { $who }の意見を待っています（期限：{ $date }）
by-link-due-late = { $who }の意見は、期限の{ $date }までに届きませんでした

by-link-page = { $authority }があなたの意見を求めています
by-link-what = { $name }（{ $office }）様：{ $authority }は下の行事を審査しており、あなたの意見を求めています。{ $date }まで回答できます。
by-link-question = 尋ねられていること
by-link-about = 行事
by-link-event = 行事名
by-link-when = 日時と場所
by-link-description = 内容
by-link-components = 含まれるもの
by-link-organisers = 主催者
by-link-documents = 書類
by-link-no-documents = 選ばれた書類はありません。
by-link-only-this = リンクが示すのはこれだけです。各機関の質問や決定は示されません。
by-link-give = あなたの意見
by-link-give-what = 氏名、役職、そしてこのリンクで届いたことが記録されます。主催者とこの案件の各機関が読みます。意見であり、許可も不許可もしません。一度だけ述べることができ、変更はできません。
field-by-link-says = 意見
by-link-choose-no-objection = 異議はありません
by-link-choose-advised = 配慮があれば差し支えありません（内容を下に書きます）
by-link-choose-objected = 反対します（理由を下に書きます）
field-by-link-file = 書類（あれば）
by-link-do-give = この意見を述べる
by-link-thanks-title = 意見を伝えました
by-link-thanks = ありがとうございました。求めた機関に届いたことが知らされます。リンクは使用済みで、ほかにしていただくことはありません。
by-link-subject = { $authority }があなたの意見を求めています
by-link-letter =
    { $name }（{ $office }）様

    { $authority }が、ある行事についてあなたの意見を求めています。次のリンクから質問を読み、{ $date }まで一度だけ回答できます。

    { $link }

    アカウントは必要ありません。リンクを持つ人はあなたの名で回答できるため、ほかの人に渡さないでください。お心当たりがなければ、何もしないでください。

    { $installation }
failure-closed-link-title = このリンクでは何も開きません
failure-closed-link-what = すでに使われたか、不要になったか、期限が過ぎたか、もともとリンクではありません。どれであるかはお知らせしません。たった今このリンクで意見を述べた場合、その意見は伝わっています。
failure-closed-link-next = 意見がまだ必要であれば、求めた人が新しいリンクを送れます。
notice-advice-by-link = { $authority }がリンクで求めた意見が届きました
notice-advice-by-link-to-lead = とりまとめの機関がリンクで求めた意見が届きました
refusal-advice-not-awaited = この意見はもう待たれていません。届いたか、リンクが終了されたか、不要になりました。何も行われませんでした。
refusal-advice-day = { $date }にはできません。{ $from }から{ $to }までの日を選んでください。
refusal-advice-asked-too-often = 一つの案件でリンクによって意見を求められるのは { $most } 回までです。
