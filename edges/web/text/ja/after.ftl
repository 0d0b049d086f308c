# 許可証の交付後：効力の停止と、その解除または終了。

act-suspend = 許可証の効力を停止する
act-suspend-what = 許可証は当面、効力を持ちません。停止を解除したとき、またはここで指定した日の翌日から、再び効力を持ちます。停止中に取り消すこともできます。
act-lift = 停止を解除する
act-lift-what = 許可証は、交付されたときの内容のまま、今から再び効力を持ちます。
field-suspension-reasons = 許可証の効力を停止する理由
hint-suspension-reasons = 理由は、この申請の主催者と関係機関に表示されます。公開の許可証のページには、停止されていること、いつから、いつまでかだけが表示されます。
field-suspension-until = 停止する最終日（空でもよい）
hint-suspension-until = その翌日から、許可証は自動的に再び効力を持ちます。行事の日より前の日にしてください。日を指定しなければ、解除するまで停止が続きます。
field-lifting-reasons = 解除する理由（空でもよい）
suspension-no-day = 解除されるまで
confirm-suspension-holds = 許可証は今から効力を持ちません。
confirm-suspended-until = 停止する最終日
confirm-suspension-title = 許可証の効力を停止する前に確認する
confirm-suspension-verify = これより新しい状態リストで検証する人には、停止されていることが分かります。この許可証を有効なものとして扱ってはなりません。
confirm-suspension-conditions = 条件はそのまま残ります。停止中も、履行を示し、認めることができます。
confirm-suspension-until = 停止は自動的に終わります。それまでに取り消さなければ、{ $date }から許可証は再び効力を持ちます。
confirm-suspension-open = 停止は自動的には終わりません。行事が終わるまでに解除されなければ、行事は効力のある許可証がないまま終わったことになり、申請は終了します。
confirm-lifting-title = 停止を解除する前に確認する
confirm-lifting-verify = これより新しい状態リストで検証する人には、許可証が効力を持つことが分かります。
confirm-lifting-again = 後で再び停止し、または取り消すことができます。

position-suspended = 許可証は停止されています。解除されるまで効力を持ちません。
position-suspended-until = 許可証は{ $date }いっぱい停止されています。その後、再び効力を持ちます。
position-day-passed-suspended = 許可証が停止されたまま行事の日が過ぎました。その日、許可証は効力を持っていませんでした。
suspended-before = 許可証は { $from }に停止され、{ $to }に再び効力を持ちました。
suspended-before-lifted = 許可証は { $from }に停止され、{ $to }に再び効力を持ちました：{ $reasons }
suspended-until-revoked = 許可証は { $from }に停止され、そのまま取り消されました。
stage-suspended = 許可証停止中
thread-permit-suspended = 許可証（停止中）
condition-suspended = 許可証は現在停止されています。この条件の履行は、引き続き示し、認めることができます。
keeping-suspended = 許可証は現在停止されています。条件の履行は、引き続き示し、認めることができます。
condition-lapsed = 許可証が停止されたまま行事の日が過ぎました。今後、履行を示すことも認めることもありません。
proof-lapsed = 回答されていません：許可証が停止されたまま行事の日が過ぎました
dates-event-suspended = 催し（許可証停止中）：{ $title }

permit-suspended = { $at } から停止中
permit-suspended-until = { $at } から{ $date }いっぱい停止中
permit-suspended-warning = { $at } から停止されています。この許可証を、当面、有効なものとして扱わないでください。
permit-suspended-until-warning = { $at } から{ $date }いっぱい停止されています。この許可証を、当面、有効なものとして扱わないでください。
verify-suspended = 真正ですが、停止されています
verify-suspended-warning = この許可証は停止されています。当面、有効なものとして扱わないでください。

notice-suspended = 許可証の効力が停止されました
notice-suspension-lifted = 許可証の停止が解除され、再び効力を持ちました
notice-suspension-ended = 許可証の停止が終わり、再び効力を持ちました
notice-lapsed-suspended = 許可証が停止されたまま行事日が過ぎ、申請は終了しました
notice-by-suspended = { $date }いっぱいまで効力を持ちません。

refusal-suspended-until = この許可証を{ $date }まで停止することはできません。{ $from }以後で、行事の日である{ $event }より前の日を選ぶか、空のままにしてください。空のままなら、解除するまで停止が続きます。
refusal-suspension-runs = 許可証の停止の最終日がまだ過ぎていないか、日が指定されていません。主管機関は停止を解除できます。
refusal-suspended-since = このページを開いた後に許可証が停止されたため、何も行われませんでした。今の状態を読み、それでもよければもう一度行ってください。
