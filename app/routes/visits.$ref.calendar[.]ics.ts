import type { BookingState } from '#app/domain/bookings/booking.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { paths } from '#app/paths.ts'
import { calendarFile } from '#app/services/bookings/calendar-file.server.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'

const inCalendar: readonly BookingState[] = ['confirmed', 'checked-in', 'completed', 'cancelled']

/** The visit for a calendar: neutral words, no names, no place. */
export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, t, url }) => {
	const { visit } = await visitDetails(ctx, params.ref ?? '')
	const { ref, version, start, end, state } = visit
	// What nobody has agreed to yet belongs in no calendar.
	if (!inCalendar.some((one) => one === state)) throw emptyResponse(404)
	const file = calendarFile(
		{ ref, version, startsAt: start, endsAt: end, cancelled: state === 'cancelled' },
		{
			title: t('messages.calendar.title'),
			note: t('messages.calendar.note'),
			url: new URL(paths.visit(ref), url).href,
		},
		ctx.now,
	)
	return new Response(file.content, {
		headers: { 'content-type': file.contentType, 'content-disposition': `attachment; filename="${file.filename}"` },
	})
})
