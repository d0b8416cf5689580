package day2.onehot;

final class OneHotExamples {}
