import { htmlLang, locales, nativeNames } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { FormContextField } from '../forms/form-context.tsx'

const id = 'languages'

/** One button a language, each by its own name; `path` is where the reader comes back to. */
export function LanguageSwitch({ path }: { path: string }) {
	const t = useT()
	const current = useLocale()
	return (
		<>
			<FormContextField form={id} />
			<form className="languages" id={id} method="post" action={paths.language()} aria-label={t('language.label')}>
				<input type="hidden" name="to" value={path} />
				{locales.map((locale) => (
					<button
						key={locale}
						type="submit"
						name="locale"
						value={locale}
						lang={htmlLang[locale]}
						aria-current={locale === current ? 'true' : undefined}
					>
						{nativeNames[locale]}
					</button>
				))}
			</form>
		</>
	)
}
