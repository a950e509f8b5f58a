declare module 'fxa-common-password-list' {
  const list: {
    /** Whether this exact text is one of the 50,000 most used passwords of eight characters and more. */
    test(password: string): boolean
  }
  export default list
}
