import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/core/errors';
import { parse } from '@/lib/auth/parse';
import { newQuiz } from './schema';

const COMPANY = '01928374-5647-7abc-8def-0123456789ab';
const FORM = {
  companyId: COMPANY,
  title: ' Safety  first ',
  passMark: '80',
  'question-0': 'Two and two?',
  'answer-0-0': 'Four',
  'right-0-0': 'on',
  'answer-0-1': ' Five ',
  'answer-0-2': '',
};

function refused(fields: object): AppError {
  try {
    parse(newQuiz, fields);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('It was taken.');
}

describe('the form of a quiz', () => {
  it('is taken without what was left empty', () => {
    const more = { 'question-1': '', 'answer-1-0': '', 'right-1-0': 'on', 'question-4': '' };
    expect(parse(newQuiz, { ...FORM, ...more })).toEqual({
      companyId: COMPANY,
      title: 'Safety first',
      passMark: 80,
      questions: [
        {
          text: 'Two and two?',
          answers: [
            { text: 'Four', isRight: true },
            { text: 'Five', isRight: false },
          ],
        },
      ],
    });
  });

  it.each<[string, object, string]>([
    ['one answer', { 'answer-0-1': '' }, 'question-0'],
    ['no right answer', { 'right-0-0': undefined }, 'question-0'],
    ['answers without a question', { 'question-0': '' }, 'question-0'],
    ['a right answer without text', { 'right-0-2': 'on' }, 'answer-0-2'],
    ['a long answer', { 'answer-0-1': 'x'.repeat(151) }, 'answer-0-1'],
    ['no title', { title: '' }, 'title'],
    ['a pass mark of 0', { passMark: '0' }, 'passMark'],
    ['a pass mark in words', { passMark: 'most' }, 'passMark'],
  ])('is refused with %s, at its field', (_, change, field) => {
    const form = Object.fromEntries(
      Object.entries({ ...FORM, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(Object.keys(refused(form).fields)).toEqual([field]);
  });

  it('is refused without a question', () => {
    const { fields } = refused({ companyId: COMPANY, title: 'X', passMark: '80' });
    expect(fields).toEqual({ 'question-0': 'A quiz has at least one question.' });
  });

  it.each<object>([
    { version: '1' },
    { 'question-30': 'Too many' },
    { 'answer-0-6': 'Too many' },
    { 'question-x': '' },
    { 'question-0': ['a', 'b'] },
    { 'right-0-0-0': 'on' },
  ])('security 36: takes no other fields: %j', (change) => {
    expect(refused({ ...FORM, ...change }).fields).toEqual({});
  });
});
