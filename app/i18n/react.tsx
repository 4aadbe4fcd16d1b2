import { createContext, type ReactNode, useContext } from 'react'
import { defaultLocale, type Locale } from './locale.ts'
import { type T, translator } from './translate.ts'

const LocaleContext = createContext<Locale>(defaultLocale)

export function I18nProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
	return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export function useLocale(): Locale {
	return useContext(LocaleContext)
}

export function useT(): T {
	return translator(useContext(LocaleContext))
}
