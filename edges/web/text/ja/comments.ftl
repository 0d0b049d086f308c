# 機関の人々が案件について交わすコメントと、案件の見守り。

comments-title-own = 機関内のコメント：{ $reference }
comments-title-authorities = 機関の間のコメント：{ $reference }
comments-what-own = 読めるのは{ $readers }で働く人だけです。
comments-what-authorities = 読めるのは{ $readers }で働く人です。後から照会された機関は、それより前に書かれたコメントを読めません。
comments-what = コメントは何も決定しません。主催者、一般の人、リンクで意見を述べる人が読むことはありません。案件の経過、書類、アーカイブにも含まれません。
comments-see-own = 機関内のコメント
comments-see-authorities = 機関の間のコメント
comments-none = まだコメントはありません。
comments-of-case-own = 機関内のコメント：{ $count }
comments-of-case-authorities = 機関の間のコメント：{ $count }
comment-say = コメントを書く
comment-correct = 訂正する
comment-take-back = 取り消す
comment-by = { $name }（{ $role }、{ $organisation }）
comment-corrects = 以前のコメントの訂正です
comment-corrected = 後のコメントで訂正されました
comment-taken-back = { $at }に{ $name }が取り消しました。内容は消去されています
comment-words-missing = 内容がデータベースにありません。運用担当者がバックアップから復元します。
comment-readers = 読める機関：{ $readers }
back-to-comments = コメントに戻る
field-comment = コメント
field-comment-mention = 見てほしい人に知らせる
hint-comment-mention = 選ばれた人は受信箱で{ $mail ->
    [yes] 、また本人の設定に応じて電子メールで
   *[no] {""}
}知らされます。書いた内容はその通知に含まれません。
confirm-comment-words = 消去される内容
confirm-comment-title = コメントを取り消す前の確認
confirm-comment-erased = 内容は消去され、ここから元に戻すことはできません。
confirm-comment-trace = ここに書かれたこと、書いた人と日時、取り消されたことは、読めた人のために残ります。
confirm-comment-told = すでに読んだ人の記憶には残ります。バックアップの写しは、バックアップの入れ替えとともになくなります。
watch-begin = この案件を見守る
watch-end = 見守りをやめる
watch-what = この案件を見守ると、変化が、読める範囲で、受信箱で{ $mail ->
    [yes] 、また設定に応じて電子メールで
   *[no] {""}
}知らされます。
watch-runs = この案件を見守っています。
notice-mentioned = コメントを見るよう求められています
notice-watched = 見守っている案件で動きがありました
refusal-comment-role = { $role }の役割では案件にコメントできません。必要な役割：{ $allowed }。
refusal-comment-not-of-the-case = あなたの機関はこの案件で照会されていないか、照会が取り下げられました。それまでに宛てられたコメントは引き続き読めます。
refusal-comment-nobody-else = まだ他の機関に照会されていないため、読む人がいません。
refusal-comment-cannot-read = { $name ->
        [blank] 選ばれた人のうち一人はここに登録されていません
       *[other] { $name }はこのコメントを読めません
    }。その名前の選択を外して、もう一度送ってください。書いた内容は残っています。
refusal-comment-too-many-mentions = 一つのコメントで知らせることができるのは{ $most }人までです。
refusal-watched-too-often = この案件の見守りはすでに{ $most }回始めているため、これ以上始めることはできません。
refusal-comment-too-many = この案件にはすでに{ $most }件のコメントを書いています。一人が書けるのはここまでです。同僚の方は引き続き書けます。
refusal-comment-not-there = あなたがここで読めるコメントの中に、そのコメントはありません。
refusal-comment-not-yours = コメントを訂正できるのは書いた本人だけです。
refusal-comment-not-yours-to-take-back = コメントを取り消せるのは、書いた本人か、その機関で決定または調整を行う人です。
refusal-comment-corrected-already = このコメントはすでに訂正されています。訂正したコメントを訂正してください。
refusal-comment-taken-back = このコメントは取り消されたため、訂正するものがありません。
