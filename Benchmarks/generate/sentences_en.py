"""English sentences of a bank's day, by who says them. `{slots}` are filled by `corpus.py`."""

CUSTOMER = [
    "Hi, I would like to know whether {product} is still open for subscription and what the minimum amount is.",
    "I visited the {city} branch yesterday and I still have not received the confirmation message.",
    "Since {date} the mobile app keeps asking me to verify my identity again and then logs me out.",
    "Is there a fee for paying off my mortgage early? I have {months} months left on it.",
    "There is a charge of {amount} on my last statement that I do not recognise, could my card have been stolen?",
    "The brochure says the benchmark is {rate}%, so is that what I will actually get at the end?",
    "A friend told me this fund can never lose money, which sounds too good to be true to me.",
    "I mistyped one letter of the payee's name; will the transfer bounce, and how long does that take?",
    "My card was swallowed by a machine abroad, can you block it until I am back home?",
    "How do you work out the interest when part of the loan is fixed and part of it floats?",
    "My mother is {age} and does not use a phone, can I bring her to the counter instead?",
    "The relationship manager said the limit would change next week, but nobody wrote to me about it.",
    "Please move my billing date to the {day}th of every month, thank you.",
    "My application has been under review for {days} days, is some document missing?",
    "What is the cut-off time for redeeming {product} on a working day?",
    "Somebody who claimed to be from your bank asked me for a code, I did not give it, should I report this?",
    "I want to make a complaint: I waited {hours} hours at the branch and left with nothing done.",
    "I am about to retire and do not want to take a lot of risk, what should I look at?",
]

STAFF = [
    "The account was opened on {date} at the {city} branch; its status is normal and there were no unusual transactions in {months} months.",
    "From today large cash withdrawals must be booked one working day ahead, starting at {amount}.",
    "Ticket {ticket} has been passed to operations and should be answered within {days} working days.",
    "We called {count} customers in this round, of whom {few} want to join the investor education evening.",
    "The loan is classified as special mention, so the review has to be finished by the {day}th.",
    "Last night's batch was {hours} hours late because the general ledger was switched over; all data has been filled in since.",
    "The fee waiver was approved under reference {ticket}, please tell the customer.",
    "Any adjustment above {amount} needs two approvers and leaves a record in the system.",
    "The suitability assessment of {product} was updated, please stop using the old marketing material.",
    "The monitoring system raised an alert on a counterparty in {city}; please add the due diligence file.",
    "Revenue of the borrower was {amount} thousand, up {rate}% on the year, and operating cash flow turned positive.",
    "The test data has been masked; do not export production data to your own computer.",
    "Could somebody look up the interface log of {date}? The client got error {ticket}.",
    "Internal audit asks for the approval records of the last {months} months by the {day}th.",
    "The valuation report is in, the loan to value ratio is {rate}%, and the valuer is on our panel.",
]

ANSWER = [
    "The minimum subscription of {product} is {amount}, the term is {days} days, and neither principal nor income is guaranteed.",
    "According to the prospectus the product carries risk level {level} and suits investors whose appetite is at least {appetite_en}.",
    "You can see all transactions in the app under Accounts, or have a stamped statement printed at any branch.",
    "The minimum payment is usually {rate}% of the balance; interest is charged daily on what remains, so paying in full is cheaper.",
    "The posted rate for a one year deposit is {rate}%; the rate that applies to you is the one shown at the branch.",
    "Early repayment has to be requested {days} days ahead, and whether a fee applies depends on your loan agreement.",
    "If you suspect that your card has been used by somebody else, please block it at once and keep the messages and statements.",
    "Our staff will never ask you for a password or a one-time code, for whatever reason.",
    "Please read the fund contract and the key facts carefully; past performance is no guide to the future.",
    "The transfer was returned because the name did not match, and the money will be back in {days} working days.",
    "For this request we have to verify your identity, so please bring a valid document to the {city} branch.",
    "With equal instalments the monthly amount is fixed; with equal principal it falls, and total interest is lower.",
    "Redemptions placed before three o'clock are settled at the net asset value of the same day.",
    "Your outstanding balance is {amount}, with {months} months to go, and the next payment is due on {date}.",
    "I cannot predict the market or recommend individual shares; please talk to a licensed adviser.",
    "Exchange rates move during the day, and the rate at the time of your order is the one that counts.",
    "This answer was put together from public material for your information and is not investment advice.",
]

NOTICE = [
    "Dear customer, our systems will be upgraded on {date} and online banking will be unavailable for about {hours} hours.",
    "From {date} cash deposits above the regulatory threshold require a note on the source of funds.",
    "{product} matures on {date}; principal and income will be transferred to your settlement account.",
    "Some of our service charges will change, please see the published price list, which is open for comment for {days} days.",
    "Beware of messages that pretend to come from us: do not follow their links, and never enter your card number there.",
    "As of {date} the net asset value per share was 1.{nav}, up {rate}% from the previous trading day.",
    "The {city} branch will be closed for refurbishment from {date}; we apologise for the inconvenience.",
    "Accounts whose identity documents expired more than {days} days ago will be suspended until they are updated.",
    "Investments can fall as well as rise, and you may get back less than you put in.",
    "The borrower shall use the loan for the agreed purpose only and shall not invest it in shares or futures.",
    "Overdue interest accrues at the contract rate plus {rate}% from the day after the due date.",
    "In case of any difference between this notice and the contract, the contract prevails.",
]

GREETINGS = ["", "", "", "Hello, ", "Dear team, ", "Good morning. ", "Thank you for getting in touch. "]
CLOSINGS = ["", "", "", " Thanks!", " Kind regards.", " Please let us know if you have further questions.", " Thank you for your patience."]

CARRIERS = {
    "id": [" My identity number is {id}, please check.", " Document no. {id}."],
    "card": [" The card number is {card}.", " Please credit card {card}.", " Account: {card}."],
    "phone": [" You can reach me at {phone}.", " The registered mobile {phone} is no longer in use."],
    "email": [" Please send the receipt to {email}.", " E-mail: {email}."],
    "iban": [" The beneficiary account is {iban}.", " IBAN {iban}, please double check."],
    "secret": [" The log shows the key {secret} in the clear, please rotate it.", " token={secret} was committed by mistake."],
    "ip": [" The session came from {ip}.", " Host {ip} timed out."],
}
