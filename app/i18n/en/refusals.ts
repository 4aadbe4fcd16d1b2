import type { refusals as source } from '../nb/refusals.ts'

export const refusals = {
	'refusals.neutral.family': 'This time cannot be offered.',
	'refusals.neutral.next':
		'You can choose another time. If you have questions, please contact the visits office at the prison.',
	'refusals.someone.next':
		'Ask the other adults to sign in and see what applies to them. You can also change who is coming.',
	'refusals.permit-missing.family': 'Someone in your group cannot come on this visit.',
	'refusals.permit-missing.you': 'You do not have a permit to visit this person.',
	'refusals.permit-missing.child': 'Your child does not have a permit to visit this person.',
	'refusals.permit-missing.someone': 'Someone in your group cannot come on this visit.',
	'refusals.permit-missing.next':
		'Everyone who visits needs their own permit, children too. Apply for a permit first. Once it has been granted, you can book a visit.',
	'refusals.permit-missing.officer':
		'At least one of the party has no permit for the prisoner, or one for the phone only.',
	'refusals.permit-not-active.family': 'Someone in your group cannot come on this visit.',
	'refusals.permit-not-active.you': 'Your permit is not valid on that day.',
	'refusals.permit-not-active.child': 'Your child’s permit is not valid on that day.',
	'refusals.permit-not-active.someone': 'Someone in your group cannot come on this visit.',
	'refusals.permit-not-active.next':
		'Choose a day when the permit is valid, or contact the prison to find out what is needed.',
	'refusals.permit-not-active.officer':
		'At least one permit in the party is suspended, ended or lapsed on the day of the visit, or its re-check is overdue by then.',
	'refusals.visitor-banned.family': 'Someone in your group cannot come on this visit.',
	'refusals.visitor-banned.you': 'You cannot visit here on that day. The prison has decided this for a period.',
	'refusals.visitor-banned.child':
		'Your child cannot visit here on that day. The prison has decided this for a period.',
	'refusals.visitor-banned.someone': 'Someone in your group cannot come on this visit.',
	'refusals.visitor-banned.next':
		'Choose a day after the period ends. Contact the prison if you want to know when that is, or if you disagree.',
	'refusals.visitor-banned.officer': 'At least one of the party is banned from visits here on the day of the visit.',
	'refusals.protective-order.officer':
		'A restraining order (straffeprosessloven § 222 a) between the prisoner and someone in the party is in force during the visit.',
	'refusals.booker-not-in-party.family': 'You are not part of the visit you are booking.',
	'refusals.booker-not-in-party.next':
		'Add yourself to the visit. You can book for your own child without coming along when the child is old enough to come to this prison alone.',
	'refusals.booker-not-in-party.officer':
		'The booker is an adult and not in the party, and the party is not just their own children who may come alone.',
	'refusals.duplicate-visitor.family': 'The same person is listed twice.',
	'refusals.duplicate-visitor.next': 'Remove one of the two and try again.',
	'refusals.duplicate-visitor.officer': 'The same person stands twice in the party.',
	'refusals.no-adult.family': 'There is no adult on this visit.',
	'refusals.no-adult.next': 'Children come together with someone who is 18 or older. Add an adult who has a permit.',
	'refusals.no-adult.officer':
		'No one in the party is 18 on the day of the visit, and at least one is too young to come alone.',
	'refusals.guardian-consent-missing.family': 'Someone in your group cannot come on this visit.',
	'refusals.guardian-consent-missing.you': 'Your permit lacks written consent from the adult or adults you live with.',
	'refusals.guardian-consent-missing.child':
		'Your child’s permit lacks written consent from the adult or adults the child lives with.',
	'refusals.guardian-consent-missing.someone': 'Someone in your group cannot come on this visit.',
	'refusals.guardian-consent-missing.next':
		'Send the consent to the prison. If the child welfare service has care of the child, they are the ones who consent.',
	'refusals.guardian-consent-missing.officer':
		'At least one child in the party lacks a guardian’s written consent in force.',
	'refusals.too-many-adults.family': 'There are more adults than one visit allows.',
	'refusals.too-many-adults.next':
		'Come with fewer adults, or spread out over several visits. The prison can make an exception if there is good reason.',
	'refusals.too-many-adults.officer': 'The party has more adults than the prison takes on one visit.',
	'refusals.too-many-visitors.family': 'There are more of you than this visit has room for.',
	'refusals.too-many-visitors.next':
		'Come with fewer people, choose another time or room, or spread out over several visits. The prison can make an exception if there is good reason.',
	'refusals.too-many-visitors.officer': 'The party is larger than the prison, the session or the room takes.',
	'refusals.court-restriction.officer':
		'A court order (visit ban or isolation) is in force when the visit begins, and not everyone in the party is excepted.',
	'refusals.prisoner-not-here.officer': 'The prisoner is in another prison or out (court, hospital, leave).',
	'refusals.prisoner-released.officer': 'The prisoner has been released.',
	'refusals.non-association.officer':
		'The prisoner or someone in the party must be kept apart from someone who is in the same area then, or in the party.',
	'refusals.prisoner-already-booked.family': 'The person you visit already has a visit at this time.',
	'refusals.prisoner-already-booked.next': 'Choose another time.',
	'refusals.prisoner-already-booked.officer': 'The prisoner has another visit, or someone holds one, at the same time.',
	'refusals.visitor-already-booked.family': 'Someone in your group cannot come on this visit.',
	'refusals.visitor-already-booked.you': 'You already have another visit at this time.',
	'refusals.visitor-already-booked.child': 'Your child already has another visit at this time.',
	'refusals.visitor-already-booked.someone': 'Someone in your group cannot come on this visit.',
	'refusals.visitor-already-booked.next': 'Choose another time, or change the other visit first.',
	'refusals.visitor-already-booked.officer':
		'At least one of the party has another visit at the same time, here or elsewhere.',
	'refusals.weekly-visit-limit.family': 'The person you visit has no visits left that week.',
	'refusals.weekly-visit-limit.next':
		'Choose another week. Many prisons allow an extra visit when the person you visit is visited by their own child under 18. The prison can make an exception if there is good reason.',
	'refusals.weekly-visit-limit.officer':
		'The prisoner’s number of family visits is reached for that week (Monday to Sunday).',
	'refusals.weekly-video-limit.family': 'The person you visit has no video visits left that week.',
	'refusals.weekly-video-limit.next': 'Choose another week, or a visit at the prison if that suits you better.',
	'refusals.weekly-video-limit.officer':
		'The prisoner has reached the number of video visits for that week (Monday to Sunday).',
	'refusals.monthly-hours-limit.family': 'The person you visit does not have enough visiting hours left that month.',
	'refusals.monthly-hours-limit.next':
		'Choose a shorter visit or another month. The prison can make an exception if there is good reason.',
	'refusals.monthly-hours-limit.officer': 'The visit would pass the prisoner’s hours for the calendar month.',
	'refusals.session-not-open.family': 'This time is set aside for other visits.',
	'refusals.session-not-open.next': 'Choose one of the times that the calendar shows for you.',
	'refusals.session-not-open.officer':
		'The session is not for the prisoner’s unit, security level or legal status, or it is for the other track (family or official).',
	'refusals.session-cancelled.family': 'The prison has cancelled this visiting time.',
	'refusals.session-cancelled.next': 'Choose another time.',
	'refusals.session-cancelled.officer': 'A closure names this session.',
	'refusals.closed-day.family': 'There are no visits on that day.',
	'refusals.closed-day.next': 'Choose another day.',
	'refusals.closed-day.officer': 'The prison, the unit or the room is closed on a day that the visit touches.',
	'refusals.session-full.family': 'This time is full.',
	'refusals.session-full.next':
		'Choose another time, or join the waiting list. If a place becomes free, you will be offered it.',
	'refusals.session-full.officer':
		'Groups or visitors would pass the session’s capacity, with holds and offers counted.',
	'refusals.too-soon.family': 'It is too close to the start of the visit.',
	'refusals.too-soon.next': 'Choose a later time. If it is urgent, you can call the prison.',
	'refusals.too-soon.officer': 'Less time is left than the notice asked for.',
	'refusals.too-far-ahead.family': 'It is not possible to book this far ahead yet.',
	'refusals.too-far-ahead.next': 'Choose an earlier day, or come back closer to the time.',
	'refusals.too-far-ahead.officer': 'The day is further ahead than the prison opens for booking.',
	'refusals.in-the-past.family': 'This time has already started.',
	'refusals.in-the-past.next': 'Choose a later time.',
	'refusals.in-the-past.officer': 'The time has started or is over.',
	'refusals.setting-too-open.family': 'This kind of setting does not suit this visit.',
	'refusals.setting-too-open.next':
		'Choose one of the times that the calendar shows for you. If you find none, contact the prison.',
	'refusals.setting-too-open.officer': 'The session or room does not provide all the control that the visit needs.',
	'refusals.setting-stricter-than-needed.family': 'There is stricter control here than your visit needs.',
	'refusals.setting-stricter-than-needed.next':
		'Choose a time with less control. If you want this one anyway, you can ask for it when you book.',
	'refusals.setting-stricter-than-needed.officer':
		'The session or room has glass, no touch or overhearing that the visit does not need and the family has not asked for.',
	'refusals.hold-expired.family': 'The place was kept for a while and has now gone to others.',
	'refusals.hold-expired.next': 'Choose another time, or join the waiting list.',
	'refusals.hold-expired.officer': 'The hold ran out, and the place has been taken since.',
	'refusals.room-not-open.family': 'The room cannot be used for this visit.',
	'refusals.room-not-open.next':
		'See whom the room is for, when it is open and which consents it needs. You can also choose another room.',
	'refusals.room-not-open.officer':
		'The room is not for the prisoner’s unit, level or status, the time is outside its hours, or a consent is missing.',
	'refusals.room-taken.family': 'The room is taken at that time.',
	'refusals.room-taken.next':
		'Choose another time or another room. Some time is needed to get the room ready between two visits.',
	'refusals.room-taken.officer': 'The room is reserved then, with its turn-around counted.',
	'refusals.stay-length.family': 'The stay is too short or too long for this room.',
	'refusals.stay-length.next': 'Choose another length. The page about the room says how long a stay can be.',
	'refusals.stay-length.officer': 'The stay is shorter or longer than the room allows, in real hours.',
	'refusals.rest-gap.family': 'There are too few days between this stay and another stay with the person you visit.',
	'refusals.rest-gap.next': 'Choose a day further from the other stay, or book an ordinary visit.',
	'refusals.rest-gap.officer': 'There are too few days between this stay and the prisoner’s stay before or after it.',
} satisfies Record<keyof typeof source, string>
