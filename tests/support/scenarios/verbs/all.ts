import { answer } from './answer.ts'
import { apply } from './apply.ts'
import { book } from './book.ts'
import { cancel } from './cancel.ts'
import { check } from './check.ts'
import { confirm } from './confirm.ts'
import { decide } from './decide.ts'
import type { Verb } from './deed.ts'
import { checkIn, complete, noShow, turnAway } from './gate.ts'
import { hold } from './hold.ts'
import { list } from './list.ts'
import { reschedule } from './reschedule.ts'
import { withdraw } from './withdraw.ts'

/** Every verb of the format but `clock` and `race`, which are about other steps. */
export const verbs: Readonly<Record<string, Verb>> = {
	answer,
	apply,
	book,
	cancel,
	check,
	checkIn,
	complete,
	confirm,
	decide,
	hold,
	list,
	noShow,
	reschedule,
	turnAway,
	withdraw,
}
