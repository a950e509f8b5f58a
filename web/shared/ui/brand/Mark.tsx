import { makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({ mark: { width: '28px', height: '28px', flexShrink: 0, display: 'block' } })

/** Two linked rings: each passes once over and once under the other. Decoration; the name always stands beside it. */
export function Mark({ className }: { className?: string }) {
  const styles = useStyles()
  return (
    <svg className={className ?? styles.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2.9">
      <path d="M13.14 8.74A7.6 7.6 0 1 0 17.9 13.05" opacity="0.75" />
      <path d="M18.86 23.26A7.6 7.6 0 1 0 14.1 18.95" />
    </svg>
  )
}
