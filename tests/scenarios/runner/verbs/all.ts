import { acceptOffer } from './accept-offer.ts'
import { answer } from './answer.ts'
import { answerAppeal } from './answer-appeal.ts'
import { appeal } from './appeal.ts'
import { apply } from './apply.ts'
import { approve } from './approve.ts'
import { ban } from './ban.ts'
import { book } from './book.ts'
import { cancel } from './cancel.ts'
import { changeParty } from './change-party.ts'
import { changeSession } from './change-session.ts'
import { check } from './check.ts'
import { close } from './close.ts'
import { confirm } from './confirm.ts'
import { correct } from './correct.ts'
import { custody } from './custody.ts'
import { decide } from './decide.ts'
import { dismiss } from './dismiss.ts'
import { checkIn, complete, noShow, turnAway } from './gate.ts'
import { hear } from './hear.ts'
import { hold } from './hold.ts'
import { joinWaitingList } from './join-waiting-list.ts'
import { lift } from './lift.ts'
import { list } from './list.ts'
import { nonAssociation } from './non-association.ts'
import { open } from './open.ts'
import { permit } from './permit.ts'
import { protect } from './protect.ts'
import { publish } from './publish.ts'
import { release } from './release.ts'
import { reschedule } from './reschedule.ts'
import { respond } from './respond.ts'
import { restrict } from './restrict.ts'
import { review } from './review.ts'
import { stripe } from './stripe.ts'
import { takeUp } from './take-up.ts'
import { topUp } from './top-up.ts'
import { transfer } from './transfer.ts'
import { usePhone } from './use-phone.ts'
import type { Verb } from './verb.ts'
import { withdraw } from './withdraw.ts'

/** Every verb of the format but `clock` and `race`, which are about other steps. */
export const verbs: Readonly<Record<string, Verb>> = {
	acceptOffer,
	answer,
	takeUp,
	respond,
	open,
	hear,
	dismiss,
	approve,
	answerAppeal,
	appeal,
	apply,
	ban,
	book,
	cancel,
	changeParty,
	changeSession,
	check,
	checkIn,
	close,
	complete,
	confirm,
	correct,
	custody,
	decide,
	hold,
	joinWaitingList,
	lift,
	list,
	nonAssociation,
	noShow,
	permit,
	protect,
	publish,
	release,
	reschedule,
	restrict,
	review,
	stripe,
	topUp,
	transfer,
	turnAway,
	usePhone,
	withdraw,
}
