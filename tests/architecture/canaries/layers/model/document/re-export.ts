export * from '#exports/ddl/write.ts'
