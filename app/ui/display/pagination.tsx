import { useT } from '#app/i18n/react.tsx'

type Props = { page: number; pages: number; href: (page: number) => string }

/** Plain links to the page before and after, and which page this is. */
export function Pagination({ page, pages, href }: Props) {
	const t = useT()
	if (pages <= 1) return null
	return (
		<nav className="pagination" aria-label={t('common.pages')}>
			<ul>
				{page > 1 && (
					<li>
						<a className="ds-button" data-variant="secondary" rel="prev" href={href(page - 1)}>
							{t('common.previous')}
						</a>
					</li>
				)}
				<li>{t('common.page-of', { page, pages })}</li>
				{page < pages && (
					<li>
						<a className="ds-button" data-variant="secondary" rel="next" href={href(page + 1)}>
							{t('common.next')}
						</a>
					</li>
				)}
			</ul>
		</nav>
	)
}
