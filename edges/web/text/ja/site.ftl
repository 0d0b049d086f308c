# Places, sign-in, the public pages: what every reader meets first. Whole in every language.

place-events = 行事
place-meetings = 会談
place-requests = 要請
place-docket = 処理待ち一覧
place-board = 申請
place-calendar = カレンダー
place-register = 公開登録簿
place-verify = 検証

field-address = メールアドレス
field-password = パスワード
field-new-password = 新しいパスワード
hint-new-password = { $least } 文字以上。記号よりも、いくつかの言葉を並べるほうが覚えやすくなります。
fault-sign-in = このアドレスとパスワードの組み合わせは正しくありません。両方を確かめるか、新しいパスワードの設定を申し込んでください。
fault-password-short = パスワードは { $bound } 文字以上にしてください。
fault-password-long = パスワードは { $bound } 文字以内にしてください。
fault-not-an-address = メールアドレスではありません。name@place.example の形で入力してください。
fault-address-taken = このアドレスはすでに使われています。
reset-link = パスワードがない、または忘れた
reset-title = 新しいパスワードの設定を申し込む
reset-what = このアドレスの利用者がいる場合、一度だけ使えるリンクを作成します。有効期間は 1 時間です。
reset-send = リンクを申し込む
reset-sent = このアドレスの利用者がいる場合は、一度だけ使えるリンクを作成しました。メールで届くか、この Placet の運用管理者から渡されます。数分たっても届かない場合は、もう一度申し込んでください。最後のリンクが有効です。
link-invitation = パスワードの設定
message-reset = 新しいパスワードの設定
message-reset-text =
    { $installation } で、このアドレスの新しいパスワードの設定が求められました。

    設定するには、次のリンクを開いてください。リンクは一度だけ、{ $minutes } 分以内に使えます。

    { $link }

    お心当たりがなければ、何もしないでください。パスワードはそのままです。
link-reset = 新しいパスワードの設定
link-for = { $address } 宛てのリンクです。使えるのは一度だけです。
link-set = パスワードを設定してサインイン
change-role = 役割を変える
hats-title = どの役割で操作しますか
hats-what = 操作は、選んだ役割によるものとして記録されます。役割はいつでも切り替えられます。
hats-now = 現在の役割です。
hats-unread = この役割に新しい通知が { $count } 件あります

people-title = どの人物になりますか
people-answers-wait = 回答は保たれています。主催者を選ぶと、その回答で申請が始まります。下書きなので、提出するまでどの機関にも照会されません。
people-form-waits = サインインしている人がいなかったため、まだ何も処理していません。入力した内容は残っています。人物を選ぶと、その後に送ることができます。
people-what = 登場する人物はすべて架空です。人物を選ぶと、その人から見た Placet を体験できます。
people-invented = 架空
people-pick = { $name } になる
people-hat = { $organisation }・{ $role }
people-job-applicant = 行事の許可を申請し、質問に回答し、残る課題を確かめます。
people-job-agent = 主催者に代わって申請します。
people-job-officer = 機関に照会された案件を審査し、質問します。
people-job-decider = 機関として決定します。同意、条件付き同意、不同意のいずれかです。
people-job-coordinator = 主管機関として申請をすべての関係機関に照会し、許可証を交付します。
people-job-desk-officer = 出典に基づいて会談を記録し、要請のその後を追います。
people-job-rule-maker = 規則集を改めます。一人が版を提案し、もう一人が承認し、期日を定めて公布します。
people-job-auditor = 自分の組織が見られるものをすべて閲覧できますが、何も変更しません。
people-job-operator = このシステムを運用します。

calendar-title = 公開カレンダー
calendar-what = 許可された行事の一覧です。
calendar-empty = 許可された行事はまだありません。
hours = { $from }～{ $until }
hours-next-day = { $from }～翌日 { $until }
span = { $from }～{ $to }
next-page = 次のページ
list-earlier = 以前の行事（{ $date }から）
list-earlier-count = 過去の行事 { $count } 件：{ $date } 以降のものを見る
list-none-ahead = { $date }以降の行事はありません。

verify-title = 許可証を検証する
verify-what = 許可証のコードを読み取って内容をここに貼り付けるか、許可証のファイルの内容を貼り付けてください。
verify-do = 検証する
field-code = コードの内容、または許可証のファイル
hint-code = PLACET1: または波括弧で始まります。
verify-genuine = 真正であり、有効です
verify-revoked = 真正ですが、取り消されています
verify-revoked-warning = この許可証は取り消されています。有効なものとして扱わないでください。
fault-not-genuine = 証明になりません。改変されたか、途中で切れているか、別のところから来たものです。信用せず、許可証に記された機関に問い合わせてください。
fault-no-permit = 真正であることは証明されましたが、許可証ではありません。
verify-as-of = 証明の時点
verify-checkpoint-at = { $at }：{ $origin } のチェックポイント { $size }
verify-offline = このサーバーを使わずに検証する
verify-offline-what = 許可証は、私たちを介さずに誰でも検証できます。必要なのは、プログラム、この鍵、そして取消しの有無を知るための状態リストです。
verify-checkpoint = 台帳の署名付き先頭
verify-status = 状態リスト
verify-key = 鍵

permit-title = 許可証 { $reference }
permit-in-force = 有効
permit-revoked = { $at } に取消し
permit-revoked-warning = { $at }に取り消されました。この許可証を有効なものとして扱わないでください。
permit-issued = { $at } に交付。
notice-title = 決定通知書：{ $authority }
advice-title = 意見：{ $authority }
paper-permit = 許可証
paper-decision-notice = 決定通知書
paper-demonstration = デモンストレーション：架空のものであり、効力はありません。
paper-reference = 番号
paper-organisers = 主催者
paper-components = 許可の内容
paper-asked-for = 申請の内容
paper-place = 場所
paper-date = 日付
paper-time = 時間
paper-lead-authority = 交付機関
paper-authority = 機関
paper-decision = 決定
paper-decided-on = 決定日
paper-decided-by = 決定者
paper-by-silence = なし：回答のないまま期間が過ぎました
paper-decisions = 同意した機関
paper-advice = 意見
paper-advisers = 意見を述べた機関
paper-advised-on = 提出日
paper-advised-by = 提出者
paper-conditions = 条件
paper-no-conditions = 条件はありません。
paper-reasons = 理由
paper-no-reasons = 理由は示されていません。
paper-reckoning = 期間の計算
paper-appeal = 不服申立て
paper-verify = この文書の検証
paper-verify-how = コードを読み取るか、次のアドレスを開いてください
paper-verify-file = この許可証の内容は一つのコードに収まりません。証明はファイルに収められています。ファイルを受け取り、次のアドレスで検証してください
paper-code = この許可証とその証明を収めたコード
paper-checkpoint = { $origin } のチェックポイント { $size }
paper-unprintable = 印刷用の文書では、このサーバーにフォントのない次の文字が � になります：{ $characters }。このページでは書かれたとおりに表示しています。サーバーの管理者が、これらの文字を含むフォントを追加できます。
paper-pdf = PDF で取得
paper-file = 証明付きファイルで取得
paper-code-text = コードの内容
paper-code-what = コードに収められている内容です。このサーバーを使わずに検証できます。
