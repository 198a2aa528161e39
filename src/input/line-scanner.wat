;; Finds the lines of a text and what each of them may hold, sixteen bytes at a time. What it gives is described, and given
;; in another way for a test, in line-table.ts.
;;
;;     0               16                         1 MiB                          9 MiB - 256
;;     │ 0, …, LF      │ text, ended by LF, 0 …   │ end, traits, end, traits, …  │ needle
(module
  (memory (export "memory") 144)

  ;; length: of the text in bytes; its last byte is an LF, and sixteen bytes of 0 follow it. Returns the number of lines.
  (func (export "scan") (param $length i32) (result i32)
    (local $at i32) (local $end i32) (local $entry i32) (local $chunk v128) (local $ends i32) (local $before i32)
    ;; A bit for each byte of the chunk …
    (local $other i32) (local $control i32) (local $bracket i32) (local $uneven i32)
    ;; … and whether there was one since the line began: not 0.
    (local $sawOther i32) (local $sawControl i32) (local $sawBracket i32) (local $sawUneven i32)
    (local.set $at (i32.const 16))
    (local.set $end (i32.add (local.get $length) (i32.const 16)))
    (local.set $entry (i32.const 0x100000))
    (loop $chunks
      (local.set $chunk (v128.load (local.get $at)))
      (block $dull
        ;; Most chunks hold nothing to note: nothing below 20 or, as signed numbers, from 80 on, no 7F, `]` or two spaces.
        (br_if $dull
          (i32.eqz
            (v128.any_true
              (v128.or
                (v128.or
                  (i8x16.lt_s (local.get $chunk) (i8x16.splat (i32.const 0x20)))
                  (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x7f))))
                (v128.or
                  (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x5d)))
                  (v128.and
                    (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x20)))
                    (i8x16.eq (v128.load (i32.sub (local.get $at) (i32.const 1))) (i8x16.splat (i32.const 0x20)))))))))
        (local.set $ends (i8x16.bitmask (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x0a)))))
        (local.set $other (i8x16.bitmask (local.get $chunk)))
        ;; Controls are below 20, 7F, and C2 before 80 … 9F (as signed numbers -128 … -97); of tab (9), LF (A) and CR (D) only
        ;; tab counts, as uneven white space.
        (local.set $control
          (i8x16.bitmask
            (v128.or
              (v128.or
                (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x7f)))
                (v128.and
                  (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0xc2)))
                  (i8x16.lt_s (v128.load offset=1 (local.get $at)) (i8x16.splat (i32.const -96)))))
              (v128.andnot
                (i8x16.lt_u (local.get $chunk) (i8x16.splat (i32.const 0x20)))
                (v128.or
                  (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x0a)))
                  (v128.or
                    (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x09)))
                    (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x0d)))))))))
        (local.set $bracket (i8x16.bitmask (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x5d)))))
        ;; A tab, or a space behind a space, but not behind LF, space: the chunk beside itself, a byte and two earlier.
        (local.set $uneven
          (i8x16.bitmask
            (v128.or
              (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x09)))
              (v128.andnot
                (v128.and
                  (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x20)))
                  (i8x16.eq (v128.load (i32.sub (local.get $at) (i32.const 1))) (i8x16.splat (i32.const 0x20))))
                (i8x16.eq (v128.load (i32.sub (local.get $at) (i32.const 2))) (i8x16.splat (i32.const 0x0a)))))))
        (block $rest
          (loop $lines
            (br_if $rest (i32.eqz (local.get $ends)))
            ;; The bits below the lowest end belong to the line that ends there.
            (local.set $before
              (i32.sub (i32.and (local.get $ends) (i32.sub (i32.const 0) (local.get $ends))) (i32.const 1)))
            (i32.store (local.get $entry)
              (i32.sub (i32.add (local.get $at) (i32.ctz (local.get $ends))) (i32.const 16)))
            (i32.store offset=4 (local.get $entry)
              (i32.or
                (i32.or
                  (i32.ne (i32.or (local.get $sawOther) (i32.and (local.get $other) (local.get $before))) (i32.const 0))
                  (i32.shl
                    (i32.ne (i32.or (local.get $sawControl) (i32.and (local.get $control) (local.get $before))) (i32.const 0))
                    (i32.const 1)))
                (i32.or
                  (i32.shl
                    (i32.ne (i32.or (local.get $sawBracket) (i32.and (local.get $bracket) (local.get $before))) (i32.const 0))
                    (i32.const 2))
                  (i32.shl
                    (i32.ne (i32.or (local.get $sawUneven) (i32.and (local.get $uneven) (local.get $before))) (i32.const 0))
                    (i32.const 3)))))
            (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
            (local.set $sawOther (i32.const 0))
            (local.set $sawControl (i32.const 0))
            (local.set $sawBracket (i32.const 0))
            (local.set $sawUneven (i32.const 0))
            (local.set $before (i32.xor (local.get $before) (i32.const -1)))
            (local.set $other (i32.and (local.get $other) (local.get $before)))
            (local.set $control (i32.and (local.get $control) (local.get $before)))
            (local.set $bracket (i32.and (local.get $bracket) (local.get $before)))
            (local.set $uneven (i32.and (local.get $uneven) (local.get $before)))
            (local.set $ends (i32.and (local.get $ends) (i32.sub (local.get $ends) (i32.const 1))))
            (br $lines)))
        (local.set $sawOther (i32.or (local.get $sawOther) (local.get $other)))
        (local.set $sawControl (i32.or (local.get $sawControl) (local.get $control)))
        (local.set $sawBracket (i32.or (local.get $sawBracket) (local.get $bracket)))
        (local.set $sawUneven (i32.or (local.get $sawUneven) (local.get $uneven))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $chunks (i32.lt_u (local.get $at) (local.get $end))))
    (i32.shr_u (i32.sub (local.get $entry) (i32.const 0x100000)) (i32.const 3)))

  ;; After scan: gives each line that holds the needle the trait 16. Bit 0x20 of each byte is taken as set, in text and needle,
  ;; so that the case of letters does not matter. length: as for scan; size: of the needle in bytes, 1 or more.
  (func (export "mark") (param $length i32) (param $size i32)
    (local $at i32) (local $end i32) (local $entry i32) (local $fold v128) (local $first v128) (local $last v128)
    (local $found i32) (local $place i32) (local $same i32)
    (local.set $at (i32.const 16))
    (local.set $end (i32.add (local.get $length) (i32.const 16)))
    (local.set $entry (i32.const 0x100000))
    (local.set $fold (i8x16.splat (i32.const 0x20)))
    (local.set $first (v128.or (local.get $fold) (i8x16.splat (i32.load8_u offset=0x8fff00 (i32.const 0)))))
    (local.set $last
      (v128.or (local.get $fold)
        (i8x16.splat (i32.load8_u offset=0x8fff00 (i32.sub (local.get $size) (i32.const 1))))))
    (loop $chunks
      ;; Places where the first byte of the needle stands, and its last one as much later.
      (local.set $found
        (i8x16.bitmask
          (v128.and
            (i8x16.eq (local.get $first) (v128.or (local.get $fold) (v128.load (local.get $at))))
            (i8x16.eq (local.get $last)
              (v128.or (local.get $fold)
                (v128.load (i32.sub (i32.add (local.get $at) (local.get $size)) (i32.const 1))))))))
      (block $rest
        (loop $places
          (br_if $rest (i32.eqz (local.get $found)))
          (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $found))))
          (local.set $found (i32.and (local.get $found) (i32.sub (local.get $found) (i32.const 1))))
          (local.set $same (i32.const 0))
          (loop $bytes
            (br_if $places
              (i32.ne
                (i32.or (i32.load8_u (i32.add (local.get $place) (local.get $same))) (i32.const 0x20))
                (i32.or (i32.load8_u offset=0x8fff00 (local.get $same)) (i32.const 0x20))))
            (local.set $same (i32.add (local.get $same) (i32.const 1)))
            (br_if $bytes (i32.lt_u (local.get $same) (local.get $size))))
          ;; The line is the first one that ends behind the place.
          (block $line
            (loop $lines
              (br_if $line
                (i32.gt_u (i32.add (i32.load (local.get $entry)) (i32.const 16)) (local.get $place)))
              (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
              (br $lines)))
          (i32.store offset=4 (local.get $entry) (i32.or (i32.load offset=4 (local.get $entry)) (i32.const 16)))
          (br $places)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $chunks (i32.lt_u (local.get $at) (local.get $end))))))
