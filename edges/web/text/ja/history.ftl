# 案件の経過と、持ち出すための案件。

history-title = 経過：{ $reference }
history-see = 起きたことのすべて（順に）。紙とファイルでも
history-what = 申請以降を、記録された順に示します。各行は記録の事実であり、変えることはできません。
history-pdf = 紙の案件（PDF）
history-archive = ファイルとしての案件（ZIP）
history-archive-what = 書類と、このサーバーなしで検証できる証明つき
history-withheld = 述べられた内容は、その機関と主催者の間のものです。
history-by = { $role }、{ $organisation }
history-by-rule = 規則により自動的に
history-review-begun = { $authority }が審査を始めました
history-items-answered = { $authority }の質問の項目に回答がありました
history-items-taken-back = { $authority }が質問の項目を取り下げました
history-owner-named = { $authority }の条件{ $condition }を担当する主催者が示されました
history-condition-shown = { $authority }の条件{ $condition }の履行が示されました
history-permit-issued = 許可証{ $named }が発行されました
history-permit-replaced = 許可証{ $named }が差し替えられました
history-document = 書類が提出されました：{ $named }
history-appeal-noted = { $named }への不服申立てが記録されました
history-letter = { $authority }の書簡が記録されました：{ $decided }
history-letter-day = 文書の日付：{ $day }
history-until = { $day }まで
history-offered = 提案の内容：{ $what }
history-changed = { $field }：{ $before } → { $after }
history-advice-asked = { $named }にリンクで意見が求められました
history-advice-given = { $named }がリンクで意見を述べました：{ $says }
history-advice-withdrawn = リンクで求められた意見は不要になりました
history-by-link = リンクにより、アカウントなしで
history-reported = 行事の結果が報告されました
history-recommended = 機関内で推薦されました：{ $decided }
paper-case-file = 案件記録
paper-history = 経過
paper-documents = 書類
paper-case-file-taken = { $at }に、{ $role }として読める内容で取得。これ自体は何も証明しません。証明は案件のアーカイブにあります。
archive-about =
    これは { $address } から取得した案件 { $reference } です。

    case.json：案件の状況と、起きたことのすべて（取得した人が読める範囲）。
    facts/：その人が全体を読める事実。それぞれに台帳に含まれることの証明があります。
    files/：書類。番号と名前は case.json にあります。

    サーバーなしで検証するには：placet verify ARCHIVE.zip --key KEYFILE
