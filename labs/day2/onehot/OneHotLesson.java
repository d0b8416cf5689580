package day2.onehot;

final class OneHotLesson {}
