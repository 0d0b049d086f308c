# 封をした理由：読む人は限られ、開封後は誰でも確かめられる証拠の値で結び付けられる。

seal-title = 理由に封をする
field-seal = 理由を読む人
seal-tick = 理由に封をする
hint-seal = 封をすると、理由として書いた内容を読むのは、あなたの機関、主管機関の決定権者、規則集が定める人だけになります。条件には封をできません。主催者が守る必要があるためです。
hint-seal-letter = 封をすると、書面の内容として書いたことと写しを読むのは、書面を出した機関とあなたの機関、また内容については規則集が定める人だけになります。主催者やほかの機関には、書面が届いたこと、その日付、決定だけが表示されます。条件には封をできません。
hint-seal-advice = 封をすると、書いた内容と添付の書類を読むのは、意見を求められた（または求めた）機関と主管機関、また内容については規則集が定める人だけになります。主催者やほかの機関には、意見の有無だけが表示されます。
field-seal-ground = 封をする法的根拠
hint-seal-ground = 法律名と条など、1行で。この申請の主催者とすべての関係機関が読みます。
fault-seal-not-ticked = 理由に封をする欄に印を付けるか、法的根拠を消してください。封をしなければ、理由は全員に読まれます。
confirm-sealed-words = 理由（封をする）
confirm-sealed-told = この申請の主催者と関係機関は、決定と法的根拠をすぐに読めますが、理由は読めません。
confirm-sealed-readers = 理由に封をします。読むのは、あなたの機関、主管機関の決定権者、規則集が定める人です。主催者には、封をされていること、どの機関がどの根拠で封をしたか、不服を申し立てられることが表示されます。
confirm-sealed-readers-letter = 書面の内容と写しに封をします。読むのは、書面を出した機関とあなたの機関、また内容については規則集が定める人です。主催者には、届いたこと、その日付、決定、法的根拠、そして同意しない決定には不服を申し立てられることが表示されます。
confirm-sealed-readers-advice = 意見に封をします。読むのは、あなたの機関と主管機関、規則集が定める人です。主催者やほかの機関には、意見の有無と法的根拠が表示されます。
confirm-sealed-opened = 封によって、あなたの機関はこの言葉に結び付けられます。後で開封でき、そのときは何も変えられていないことを誰でも確かめられます。

sealed-title = 封をした理由
sealed-on-ground = 理由には「{ $ground }」を根拠に封がされています。
sealed-then-opened = { $words }（この理由は、開封されるまで「{ $ground }」を根拠に封がされていました。）
sealed-recommended = { $words }（「{ $ground }」を根拠に封をする。）
sealed-of-decision = { $authority }の決定（{ $at }）
sealed-of-letter = { $authority }の書面（{ $at } 記録）
sealed-of-advice = { $authority }の意見（{ $at }）
sealed-of-advice-by-link = { $authority }が求めた意見（{ $at }）
sealed-of-conditions = { $authority }による条件の変更（{ $at }）
sealed-of-suspension = 許可証の停止（{ $at }）
sealed-of-revocation = 許可証の取消し（{ $at }）
sealed-by = { $authority }は { $at } に理由を付し、封をしました。
sealed-opened-by = { $authority }は { $at } に理由を付し、封をしました。封は { $opened } に開かれました。
sealed-by-letter = { $authority }の書面の内容は { $at } に記録され、封がされました。
sealed-opened-by-letter = { $authority }の書面の内容は { $at } に記録され、封がされました。封は { $opened } に開かれました。
sealed-by-link = { $authority }が意見を求めた人は { $at } に意見を述べ、封をしました。
sealed-opened-by-link = { $authority }が意見を求めた人は { $at } に意見を述べ、封をしました。封は { $opened } に開かれました。
sealed-agrees = これは封をされた言葉そのものです。証拠の値と一致しています。
sealed-you-read = この言葉を読めるのは、{ $authority }の人、主管機関の決定権者、規則集が定める人だけで、あなたはその一人です。ほかの人には表示されません。
sealed-not-read = 読むのは、{ $authority }の人、主管機関の決定権者、規則集が定める人だけです。{ $authority }は開封できます。
sealed-you-read-with-lead = この言葉を読めるのは、{ $authority }と主管機関の人、規則集が定める人だけで、あなたはその一人です。ほかの人には表示されません。
sealed-not-read-with-lead = 読むのは、{ $authority }と主管機関の人、規則集が定める人だけです。{ $authority }は開封できます。
sealed-appeal = { $authority }が開封するまで、この理由は表示されません。それでも決定に対して不服を申し立て、ここに記録できます。不服を審査する機関は、{ $authority }に理由を求め、それが封をされたものであることを確かめられます。
sealed-check = 自分で言葉を確かめる
sealed-check-what = 証拠の値は、ソルトの32バイトに続けてUTF-8の言葉を並べたもののSHA-256ハッシュです。決定とともに記録されました。言葉やソルトが違えば、値も違います。
sealed-commitment = 証拠の値
sealed-salt = ソルト
sealed-file = 言葉とその証明（ファイル）

act-unseal = 封をした理由を開く
act-unseal-what = 決定を読める人は全員、今からこの言葉を読みます。記録され、取り消せません。
field-sealed = どの理由
confirm-unseal-title = 理由を開封する前に確認する
confirm-unsealed-words = 理由
confirm-unseal-read = この申請の主催者とすべての関係機関が、今からこの言葉を読みます。
confirm-unseal-proven = その後は、これが封をされた言葉であることを誰でも確かめられます。
confirm-unseal-stands = 永久に記録されます。もう一度封をすることはできません。

notice-reasons-unsealed = 封をされていた理由が開かれました
key-sealed-readers = 封をした理由を読むほかの機関
rulebook-sealed-readers = 次の機関の決定権者は、封をした理由を読みます：{ $authorities }

refusal-ground-missing = どの法的根拠により理由に封をするかを書いてください。主催者がその行を読みます。
refusal-nothing-to-seal = 封をできるのは、同意しない理由、条件を付ける理由、意見の理由、書面の内容だけです。印を外すか、別の決定を選んでください。
refusal-no-sealed-reasons = この申請に、そのような封をした理由はありません。もう一度読んでください。
refusal-already-unsealed = 封はすでに開かれています。決定を読める人は全員、この理由を読めます。
refusal-sealed-reasons-lost = 封をされた言葉がここにないか、封をされたものと違います。何も開かれませんでした。このシステムの運用者は、バックアップから戻せます。
fault-ground-tells = これは封をする理由そのものです。法的根拠は全員に読まれます。法律とその条だけを記してください。
fault-is-reasons = これは封をした理由のファイルで、許可証のコードではありません。お手元の機器で placet verify FILE --key KEY により確かめてください。
