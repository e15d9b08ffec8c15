// Exits 0 when the Postgres at argv[2] accepts a connection.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 2000 });
await client.connect();
await client.end();
