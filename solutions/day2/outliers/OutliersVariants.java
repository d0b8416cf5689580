package day2.outliers;

final class OutliersVariants {}
