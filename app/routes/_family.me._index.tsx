import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mailReach } from '#app/domain/messages/delivery.ts'
import { fullName } from '#app/domain/person-name.ts'
import { type ContactForm, contactForm } from '#app/forms/visitors/contact.ts'
import { formatEmail } from '#app/forms/visitors/email-address.server.ts'
import { formatPhone } from '#app/forms/visitors/phone-number.server.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import { languageCookie } from '#app/http/locale.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { locales, nativeNames } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { changeContact, contactShown } from '#app/services/identity/change-contact.server.ts'
import { myDetails } from '#app/services/identity/my-details.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { Select } from '#app/ui/forms/select.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { ReachNotice } from '#app/ui/messages/reach-notice.tsx'

export const handle: PageHandle = { title: 'me.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, locale }) => {
	const { born, email, emailFailedAt, phone, language, ...details } = await myDetails(ctx)
	return {
		name: fullName(details),
		born: formatDate(born, locale, { year: true, weekday: false }),
		contact: { email: email && formatEmail(email), phone: phone && formatPhone(phone), language },
		mail: { reach: mailReach({ email, emailFailedAt }), email: email && formatEmail(email) },
		version: contactShown({ email, phone, language }),
	}
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, request, context }) => {
	const submission = await parseForm(request, contactForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const changed = await changeContact(ctx, submission.value)
	if (!changed.ok) {
		const { email, phone, language } = changed.now
		const now = [email && formatEmail(email), phone && formatPhone(phone), nativeNames[language]]
			.filter((one) => one !== null)
			.join(', ')
		return data(submission.reply({ formErrors: [`me.error.changed?${new URLSearchParams({ now })}`] }), { status: 409 })
	}
	context.setCookie(languageCookie(submission.value.language))
	return redirectWith(context, paths.me(), { kind: 'done', text: 'me.saved' })
})

export default function Me() {
	const t = useT()
	const { name, born, contact, mail, version } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const [form, fields] = useForm<ContactForm>({ id: 'contact', defaultValue: contact, lastResult })
	return (
		<>
			<ErrorSummary form={form} />
			<PageTitle>{t('me.title')}</PageTitle>
			<Section title={t('me.person')}>
				<SummaryList
					rows={[
						{ label: t('me.name'), value: name },
						{ label: t('me.born'), value: born },
					]}
				/>
				<p>{t('me.wrong')}</p>
			</Section>
			<Section title={t('me.contact')}>
				<ReachNotice mail={mail} here />
				<PostForm id={form.id} action={paths.me()}>
					<HiddenFields values={{ version }} />
					<TextField
						field={fields.email}
						type="email"
						label={t('welcome.email')}
						hint={t('welcome.email-hint')}
						autoComplete="email"
						optional
					/>
					<TextField
						field={fields.phone}
						type="tel"
						label={t('welcome.phone')}
						hint={t('welcome.phone-hint')}
						autoComplete="tel"
						optional
					/>
					<Select
						field={fields.language}
						label={t('me.language')}
						options={locales.map((locale) => ({ value: locale, label: nativeNames[locale] }))}
					/>
					<FormActions>
						<SubmitButton>{t('me.save')}</SubmitButton>
					</FormActions>
				</PostForm>
			</Section>
		</>
	)
}
