# 申請のうち非公開とする事項：申請を読む人のうち、限られた人だけが読む。

confided-title = 閲覧を限った事項
piece-answer = 「{ $question }」への回答
piece-confided = { $piece }（閲覧を限定）
piece-choose = 選択してください
document-kept = 書類
piece-kept = { $at } から{ $by }が閲覧を限っています。必要な場合は{ $by }に求めてください。
confided-said = { $at } から{ $by }が閲覧を限っています。読むのは、{ $by }、主催者、主管機関、個別に渡された機関、および次の機関です：{ $authorities }
confided-said-nobody = { $at } から{ $by }が閲覧を限っています。読むのは、{ $by }、主催者、主管機関、および個別に渡された機関だけです。

act-confide = 書類や回答を読む人を定める
act-confide-what = 書類や回答を、この申請を読む人のうち限られた人だけが読むようにできます。主催者と主管機関は常に読み、決定に必要とする機関も読みます。すでに読まれたものは取り戻せません。
field-piece = 書類または回答
field-confided-to = 読む人
confided-to-few = 常に読む人と、下で選んだ機関
confided-to-all = この申請を読む人全員
field-confided-among = 読む機関
hint-confided-among = ほかの機関に読ませない場合は、何も選ばないでください。
field-confided-reasons = 読む人を変える理由
hint-confided-reasons = 理由を読むのは、その事項を読む人だけです。閲覧が限られていることと、限った機関は、申請を読む人全員が読みます。
fault-confided-to-all = 全員が読むことが選ばれています。機関を選ぶのは、読む人を限る場合だけにしてください。
hand-in-readers = 誰が読めるか：全員、または一部
field-hand-in-reasons = この範囲に限る理由
hand-in-to-nobody = 常に読める者のほかに、読む機関はありません
confirm-hand-in-few = ここに挙げた機関と、常に読める者（主催者、主管機関、決定に必要とする機関）が読めます。読まれたものを取り消すことはできません。

unread-decided = 閲覧を限られた { $count } 件の事項を読まずに決定
unread-advised = 閲覧を限られた { $count } 件の事項を読まずに意見を提出
unread-now = 申請のうち { $count } 件の事項は閲覧が限られ、ここでは読まれません
confirm-unread = あなたの機関は、閲覧を限られた { $count } 件の事項を読んでいません。決定のページにその旨が表示されます。

notice-confided = 申請の、閲覧を限った事項を読む人が変更されました
notice-confidence-ended = 申請の一つの事項の閲覧が限られなくなりました
notice-sight-lost = 申請の一つの事項の閲覧が限られ、あなたの機関は読めなくなりました
notice-sight-gained = これまで読めなかった申請の一つの事項を、あなたの機関が読めるようになりました
history-confided = 閲覧が限られたか、読む人が変わりました：{ $named }
history-confidence-ended = 閲覧が限られなくなりました：{ $named }
history-kept-back = この一部は閲覧が限られており、表示されません。

refusal-no-such-piece = この申請に、そのような書類や回答はありません。一覧から選んでください。
refusal-not-asked-here = あなたの組織はこの申請で照会を受けていません。読む人を定めるのは、主催者、照会を受けた機関、主管機関です。
refusal-confided-by-another = ほかの組織が閲覧を限りました。読む人を変えられるのは、その組織と主管機関です。
refusal-read-so-already = すでにそのとおりに読まれています。ほかの機関を選ぶか、そのままにしてください。
refusal-needed-to-decide = 決定に必要とする機関：{ $authorities }。これらの機関も選んでください。
refusal-needed-by-another = ほかの機関が決定のために必要としています。閲覧者を決められるのは、主催者と主管機関だけです。
refusal-confided-too-often = 一つの申請であなたの組織が読む人を変えられるのは { $most } 回までです。今のままとなります。
