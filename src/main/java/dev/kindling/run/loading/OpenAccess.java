package dev.kindling.run.loading;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes public what is visible in its package. To the JVM a package ends at its class loader: a lab
 * and an answer of the same package, which the compiler sees as neighbours, would be strangers.
 */
final class OpenAccess extends ClassVisitor {

  private OpenAccess(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  static byte[] of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new OpenAccess(writer), 0);
    return writer.toByteArray();
  }

  private static int open(int access) {
    return (access & Opcodes.ACC_PRIVATE) != 0
        ? access
        : (access & ~Opcodes.ACC_PROTECTED) | Opcodes.ACC_PUBLIC;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    super.visit(version, open(access), name, signature, parent, interfaces);
  }

  @Override
  public void visitInnerClass(String name, String outer, String inner, int access) {
    super.visitInnerClass(name, outer, inner, open(access));
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return super.visitField(open(access), name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    // A static initialiser has no access flags.
    int opened = name.equals("<clinit>") ? access : open(access);
    return super.visitMethod(opened, name, descriptor, signature, exceptions);
  }
}
