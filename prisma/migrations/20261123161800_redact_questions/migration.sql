-- What is asked before a meeting, and answered, can hold a name like any other text.
SELECT allow_redaction('Question', 'words');
SELECT allow_redaction('QuestionEvent', 'words');
