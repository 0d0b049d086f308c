# What a case costs: what is due, what became of it, and what is open.
money = { $amount } { $currency }
fees-title = Fees
fees-sum = { $due } due · { $waived } waived · { $paid } paid · { $refunded } given back · { $open } open.
fees-sum-over = { $amount } is to be given back.
fee-of = { $label } ({ $authority })
fee-open = { $amount } for { $fee }
fee-due = { $amount } is due.
fee-due-by = { $amount } is due by { $date }.
fee-was-due-by = { $amount } was due by { $date }.
fee-before = Until { $at } it was { $amount }; an amendment changed that.
fee-before-permit = No permit is issued before it is paid or waived.
fee-within = { $days ->
    [one] It is to be paid within one day after the authority is asked.
   *[other] It is to be paid within { $days } days after the authority is asked.
}
fee-rests-on = It rests on: { $basis }. { $by }
fee-set-by = Set on { $at } ({ $role }).
fee-dropped = Since { $at } no rule asks for it any more.
fee-set-wrongly = On { $at } it was said that it was set wrongly ({ $role }):
fee-how = How to pay
fee-itself = The fee itself, which was set wrongly
fee-no-document = None
fee-standing-open = { $amount } open
fee-standing-said = said to be paid, to be confirmed
fee-standing-settled = nothing open
fee-standing-over = { $amount } to be given back
fee-standing-dropped = not asked for any more
fee-paid = Paid
fee-waived = Waived, in part or whole
fee-refunded = Given back
fee-entry-said = The organiser says: { $amount } paid on { $day }, receipt { $receipt }
fee-entry-said-plain = The organiser says: { $amount } paid, receipt { $receipt }
fee-entry-paid = { $amount } paid on { $day }, receipt { $receipt }
fee-entry-paid-plain = { $amount } paid, receipt { $receipt }
fee-entry-waived-plain = { $amount } waived
fee-entry-refunded = { $amount } given back on { $day }, receipt { $receipt }
fee-entry-refunded-plain = { $amount } given back, receipt { $receipt }
fee-entered-by = recorded on { $at } ({ $role })
fee-entry-confirmed = Confirmed on { $at } ({ $role }).
fee-entry-not-found = Not found, said on { $at } ({ $role }):
fee-entry-reversed = Reversed on { $at } ({ $role }), since it was wrong:
fee-answer-found = It was found: it is recorded as paid
fee-answer-not-found = It was not found
fee-before-permit-yes = No permit is issued before it is paid or waived
stage-unpaid = waits for a fee
position-fees-open = The permit cannot be issued before this is paid or waived: { $fees }.
position-fee-open-elsewhere = The permit cannot be issued before a fee of another authority is paid or waived.

act-set-fee = Set a fee
act-set-fee-what = For a fee that no rule of the rulebook names. The organisers are told at once. What was set wrongly you can reverse.
act-record-fee = Record what became of a fee
act-record-fee-what = Placet moves no money: this is the account of it. The organisers and the authority whose fee it is read what you record; a wrong entry is reversed, never changed.
act-say-paid = Say that a fee was paid
act-say-paid-what = The authority looks for it and confirms it, or says why it does not find it. Hand the receipt in as a document first, if you want to show it.
act-answer-paid = Answer whether it was paid
act-answer-paid-what = What is found is recorded as paid, with the amount, the receipt and the day that the organiser gave.
act-correct-fee = Reverse a wrong entry
act-correct-fee-what = The entry stays to be read, with why, and does not count any more. Then record what is right.
act-correct-deposit = Reverse what was said last of the deposit
act-correct-deposit-what = It stays to be read, with why, and does not count any more. Then say what is right.
deposit-reversed-by = reversed on { $at } ({ $role })

field-fee = Which fee
field-fee-authority = Whose fee
field-fee-label = What it is for
field-fee-amount-due = How much
hint-fee-amount-due = In digits, with a point before the smallest part, as 21.50.
field-fee-currency = Currency
hint-fee-currency = Its three letters, as KHR or USD.
field-fee-basis = What it rests on
hint-fee-basis = The law, regulation or tariff, as a person would look it up.
field-fee-due = To be paid by (may be left empty)
field-fee-before-permit = Before the permit
field-fee-how = How it is paid (may be left empty)
field-fee-step = What became of it
field-fee-amount = How much
hint-fee-amount = In the currency of the fee, in digits, as 21.50. Left empty: all of it.
field-fee-receipt = Number of the receipt
field-fee-day = On which day
field-fee-document = Its scan, among the documents of the case
field-fee-reasons = Why
hint-fee-reasons = Needed where something is waived; the organisers read it.
hint-fee-not-found = Needed where it was not found; the organisers read it.
field-fee-answered = What the organiser says
field-fee-found = Was it found
field-fee-corrected = Which entry
field-fee-wrong = What was wrong

refusal-no-such-fee = There is no such fee, or it is not asked for any more. Nothing was recorded.
refusal-no-such-fee-entry = This entry does not wait for anything any more, or was reversed. Nothing was recorded.
refusal-fee-nothing-open = There is nothing of the kind to record: only what is open is paid or waived, and only what was paid is given back.
refusal-fee-too-much = That is more than there is: at most { $most }.
refusal-fee-no-currency = This is no currency of ISO 4217. Write its three letters, as KHR.
refusal-fee-no-amount = { $digits ->
    [0] This is no amount. Write it in digits, as 7000; this currency has no smaller part.
   *[other] This is no amount. Write it in digits, with at most { $digits } after the point, as 21.50.
}
refusal-fee-receipt-missing = Give the number of the receipt and the day.
refusal-fee-day-ahead = That day is still to come. Give { $to } or a day before.
refusal-fee-day-before = That is long before the fee was asked for. Give { $from } or a day after.
refusal-fee-due-before = That day is over. Give { $from } or a day after, or leave it empty.
refusal-fee-after-permit = The permit was issued: nothing comes before it any more. Set the fee without that.
refusal-fee-receipt-twice = That receipt stands on this fee already. Nothing was recorded. If the entry is wrong, reverse it first.
refusal-fee-entered-since = Something was recorded of this fee after you opened the page, so nothing was recorded now. Read what it is; if yours is still missing, choose the fee again and record it.
refusal-fee-unexplained = Say why.
refusal-fee-said-waits = What was said to be paid of it waits to be confirmed. It can be said again once that is answered.
refusal-fee-refunded-since = More was given back than would be left. Reverse what was given back first.
refusal-fee-by-rule = The rulebook asks for this fee. It can be waived, and not reversed.
refusal-too-many-fees = There are { $most } already, and no more are taken.
refusal-fees-open = The permit cannot be issued before fees are paid or waived: { $open }.
refusal-nothing-of-deposit = Nothing that counts was said of this deposit.
refusal-deposit-said-since = Something was said of this deposit after you opened the page, so nothing was reversed. Read how it stands now.
refusal-too-many-of-deposit = What became of this deposit was said { $most } times, and no more are taken. Write to the authority that leads.

notice-fee-due = A fee of { $authority } is due
notice-todo-fee-due = Pay it, and say so with the receipt.
notice-by-paid = It is to be paid by { $date }.
notice-fee-said = The organiser says that a fee of { $authority } was paid
notice-todo-fee-said = Say whether it was found.
notice-fee-said-to-lead = The organiser says that a fee of { $authority } was paid, which you answer
notice-todo-fee-said-to-lead = Say whether it was found.
notice-fee-not-found = { $authority } does not find what was said to be paid
notice-todo-fee-not-found = Look at why, and say again what was paid.
notice-fee-paid = A fee of { $authority } was recorded as paid
notice-fee-waived = A fee of { $authority } was waived, in part or whole
notice-fee-refunded = { $authority } gave money of a fee back
notice-fee-reversed = What was recorded of a fee of { $authority } was wrong, and was reversed
notice-deposit-reversed = What { $authority } had said of a deposit was wrong, and was reversed
history-fee-by = To be paid by { $day }
history-fee-due = { $authority }: a fee of { $amount } was set, { $named }
history-fee-said = { $authority }: an organiser said that { $amount } was paid, { $named }
history-fee-not-found = { $authority }: the payment of { $amount } was not found, { $named }
history-fee-paid = { $authority }: { $amount } was paid, { $named }
history-fee-waived = { $authority }: { $amount } was waived, { $named }
history-fee-refunded = { $authority }: { $amount } was given back, { $named }
history-fee-reversed = { $authority }: { $amount } was recorded wrongly, and was reversed, { $named }

stage-payment-said = a payment is to be confirmed
position-fees-said = Said to be paid, and to be confirmed by whoever keeps the account: { $fees }.
fee-pay = Pay { $amount } for { $fee }
fee-pay-by = Pay { $amount } for { $fee } by { $date }

duties-listed = { $count ->
    [one] One more thing waits for you
   *[other] { $count } more things wait for you
}
duty-payment = Was the payment found?
duty-payment-said = The organiser said on { $at } that it was paid: { $fee }
column-to-do = What to do
