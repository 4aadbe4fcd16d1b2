import { randomUUID } from 'node:crypto'
import { paths } from '#app/paths.ts'
import type { Records } from './records.ts'

/** Who looks. A newcomer is known to the issuer alone. */
export const families = ['nobody', 'newcomer', 'kari'] as const
export const officers = ['berit', 'unni'] as const

export interface WeighedPage<Reader = (typeof families)[number] | (typeof officers)[number]> {
	/** The file in app/routes. */
	route: string
	reader: Reader
	address: string
	/** What it is answered with, where that is not 200. */
	status?: number
}

/** Routes that have something to show and no weight of their own, and why. */
export const notWeighed: Readonly<Record<string, string>> = {
	'_family.sign-in_.callback': 'sends on to the page that was asked for; what it shows is a sign-in that failed',
	'staff_.sign-in_.callback': 'sends on to the page that was asked for; what it shows is a sign-in that failed',
}

const reason = 'enquiry'

/** An address, and somebody who may see it, for each page that a family can come to. */
export function familyPages(of: Records): WeighedPage<(typeof families)[number]>[] {
	const { visit, held, stay, freeRoom, application, topUp, day, stayDay } = of
	const asked = { for: of.permit, with: of.party }
	const room = { for: of.payee, with: freeRoom.party }
	const payment = { for: of.payee, ore: 10_000, key: randomUUID() }
	return [
		{ route: '_family._index', reader: 'nobody', address: paths.home() },
		{ route: '_family.sign-in', reader: 'nobody', address: paths.signIn(paths.visits()) },
		{ route: '_family.help', reader: 'nobody', address: paths.help() },
		{ route: '_family.accessibility', reader: 'nobody', address: paths.accessibility() },
		{ route: '_family.privacy', reader: 'nobody', address: paths.privacy() },
		{ route: '$', reader: 'nobody', address: '/nowhere', status: 404 },
		{ route: 'staff_.sign-in', reader: 'nobody', address: paths.staff.signIn(paths.staff.funds(), true) },
		{ route: '_family.welcome', reader: 'newcomer', address: paths.welcome() },
		{ route: '_family._index', reader: 'kari', address: paths.home() },
		{ route: '_family.applications._index', reader: 'kari', address: paths.applications() },
		{ route: '_family.applications_.new', reader: 'kari', address: paths.newApplication() },
		{ route: '_family.applications_.$ref', reader: 'kari', address: paths.application(application) },
		{ route: '_family.visits._index', reader: 'kari', address: paths.visits() },
		{ route: '_family.visits_.$ref._index', reader: 'kari', address: paths.visit(visit.ref) },
		{ route: '_family.visits_.$ref.pass', reader: 'kari', address: paths.visitPass(visit.ref) },
		{ route: '_family.visits_.$ref.cancel', reader: 'kari', address: paths.cancelVisit(visit.ref) },
		{ route: '_family.visits_.$ref.change', reader: 'kari', address: paths.changeVisit(visit.ref, { day }) },
		{ route: '_family.visits_.$ref.party._index', reader: 'kari', address: paths.changeParty(visit.ref) },
		{
			route: '_family.visits_.$ref.party.check',
			reader: 'kari',
			address: paths.checkParty(visit.ref, { with: asked.with }),
		},
		{ route: '_family.visits_.$ref.change-stay', reader: 'kari', address: paths.changeStay(stay, { day: stayDay }) },
		{ route: '_family.visits_.new.who', reader: 'kari', address: paths.newVisitStep('who', asked) },
		{ route: '_family.visits_.new.time', reader: 'kari', address: paths.newVisitStep('time', { ...asked, day }) },
		{ route: '_family.visits_.new.check', reader: 'kari', address: paths.newVisitStep('check', { hold: held }) },
		{ route: '_family.rooms._index', reader: 'kari', address: paths.rooms({ for: of.permit }) },
		{ route: '_family.rooms_.$ref.new._index', reader: 'kari', address: paths.newStay(freeRoom.ref, room) },
		{
			route: '_family.rooms_.$ref.new.time',
			reader: 'kari',
			address: paths.newStayTime(freeRoom.ref, { ...room, nights: 0, day: freeRoom.day }),
		},
		{ route: '_family.waiting-list._index', reader: 'kari', address: paths.waitingList(asked) },
		{ route: '_family.children._index', reader: 'kari', address: paths.children() },
		{ route: '_family.me._index', reader: 'kari', address: paths.me() },
		{ route: '_family.visits_.new._index', reader: 'kari', address: paths.newVisit() },
		{ route: '_family.phone._index', reader: 'kari', address: paths.phone() },
		{ route: '_family.phone_.new._index', reader: 'kari', address: paths.newTopUp() },
		{ route: '_family.phone_.new.amount', reader: 'kari', address: paths.newTopUpStep('amount', payment) },
		{ route: '_family.phone_.new.check', reader: 'kari', address: paths.newTopUpStep('check', payment) },
		{ route: '_family.phone_.$ref._index', reader: 'kari', address: paths.topUp(topUp) },
		{ route: '_family.phone_.$ref.receipt', reader: 'kari', address: paths.topUpReceipt(topUp) },
	]
}

/** The same for the officers' pages. */
export function staffPages({ visit, ...of }: Records): WeighedPage<(typeof officers)[number]>[] {
	const { application, topUp, refund, day } = of
	const { review, prisoner, visitor, register, restriction } = of
	const { staff } = paths
	const courts = { kind: 'court-restriction', step: 'details', type: 'visit-ban', from: day, to: day }
	return [
		{ route: 'staff._index', reader: 'berit', address: staff.today() },
		{ route: 'staff.day', reader: 'berit', address: staff.day({ day }) },
		{ route: 'staff.timetable._index', reader: 'berit', address: staff.timetable({ week: day }) },
		{ route: 'staff.applications._index', reader: 'berit', address: staff.applications() },
		{ route: 'staff.applications.$ref', reader: 'berit', address: staff.application(application) },
		{ route: 'staff.requests._index', reader: 'berit', address: staff.requests() },
		{ route: 'staff.bookings.$ref', reader: 'berit', address: staff.booking(visit.ref) },
		{ route: 'staff.bookings.$ref_.party', reader: 'berit', address: staff.bookingParty(visit.ref) },
		{ route: 'staff.reviews._index', reader: 'berit', address: staff.reviews() },
		{ route: 'staff.reviews.$ref', reader: 'berit', address: staff.review(review) },
		{ route: 'staff.check-in', reader: 'berit', address: staff.checkIn({ code: visit.code }) },
		{ route: 'staff.closures._index', reader: 'berit', address: staff.closures() },
		{ route: 'staff.closures.new', reader: 'berit', address: staff.newClosure({ what: 'facility', from: visit.day }) },
		{ route: 'staff.restrictions._index', reader: 'berit', address: staff.restrictions() },
		{ route: 'staff.restrictions.new', reader: 'berit', address: staff.newRestriction({ ...courts, prisoner }) },
		{ route: 'staff.restrictions.$ref', reader: 'berit', address: staff.restriction(restriction) },
		{ route: 'staff.search', reader: 'berit', address: staff.search({ q: 'Haugen', reason }) },
		{ route: 'staff.prisoners.$ref', reader: 'berit', address: staff.prisoner(prisoner, { reason }) },
		{ route: 'staff.visitors.$ref', reader: 'berit', address: staff.visitor(visitor, { reason }) },
		{ route: 'staff.register._index', reader: 'berit', address: staff.register() },
		{ route: 'staff.register.$ref._index', reader: 'berit', address: staff.registerImport(register) },
		{ route: 'staff.facility', reader: 'berit', address: staff.facility() },
		{ route: 'staff.$', reader: 'berit', address: '/staff/nowhere', status: 404 },
		{ route: 'staff.funds._index', reader: 'unni', address: staff.funds() },
		{ route: 'staff.funds.$ref._index', reader: 'unni', address: staff.topUpDetails(topUp) },
		{ route: 'staff.funds.$ref.refund', reader: 'unni', address: staff.newRefund(topUp) },
		{ route: 'staff.funds.refunds.$ref', reader: 'unni', address: staff.refund(refund) },
		{ route: 'staff.funds.reconciliation', reader: 'unni', address: staff.reconciliation() },
	]
}
