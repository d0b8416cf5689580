package day2.endtoend;

/**
 * What a random forest is told before it learns.
 *
 * @param numTrees how many trees it has
 * @param maxDepth how many questions a tree may ask about a row, one after the other
 * @param seed where its random numbers begin
 */
public record Settings(int numTrees, int maxDepth, long seed) {}
