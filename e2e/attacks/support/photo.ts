import { sql } from '@/tests/sql';
import { blackPng } from '@/tests/pictures';

/** A picture as it is chosen in a form, small to send. */
export const photoFile = () => new Blob([new Uint8Array(blackPng(300, 300))]);

/** Gives somebody a photo; what is in it is not looked at. */
export const givePhoto = (userId: string, content = 'picture') =>
  sql(
    `INSERT INTO user_photos (user_id, content) VALUES ($1, convert_to($2, 'UTF8'))
     ON CONFLICT (user_id) DO NOTHING`,
    [userId, content],
  );
