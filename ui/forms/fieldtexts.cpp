// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldtexts.h"

#include <QtGlobal>

#include <array>

namespace convscope {

namespace {

using enum FieldKind;
using enum Stepping;

constexpr std::array table = std::to_array<FieldSpec>({
    {"training.train_images", Integer, OneTwoFive, 1000, "",
     QT_TRANSLATE_NOOP("FieldTable", "Tra&ining pictures"),
     QT_TRANSLATE_NOOP("FieldTable", "How many pictures the network learns from. Fewer train faster and overfit "
                                     "sooner."),
     QT_TRANSLATE_NOOP("FieldTable",
                       "With few pictures a network can learn each of them by heart instead of what they have in "
                       "common: it gets better on the training pictures and worse on new ones. The choice depends on "
                       "the seed only, and a smaller choice is part of a larger one. 0 or “all” uses every picture "
                       "there is.")},
    {"training.label_noise", Percent, Linear, 5, QT_TRANSLATE_NOOP("FieldTable", "%"),
     QT_TRANSLATE_NOOP("FieldTable", "Wron&g labels"),
     QT_TRANSLATE_NOOP("FieldTable", "This share of the training pictures gets a wrong label on purpose. It provokes "
                                     "overfitting: the only way to get them right is to learn them by heart."),
     QT_TRANSLATE_NOOP("FieldTable",
                       "The test pictures keep their true labels. At first the network learns the rule that most "
                       "labels follow; later it begins to remember the wrong ones, and the test loss rises while the "
                       "training loss still falls. That is overfitting, seen at its clearest.")},
    {"training.augmentation.mirror", Percent, Linear, 10, QT_TRANSLATE_NOOP("FieldTable", "%"),
     QT_TRANSLATE_NOOP("FieldTable", "Mirror"),
     QT_TRANSLATE_NOOP("FieldTable",
                       "How often a picture is mirrored left to right. The network learns that both ways are the "
                       "same."),
     QT_TRANSLATE_NOOP("FieldTable",
                       "Nearly all shoes of Fashion-MNIST face left. A network that never saw one facing right often "
                       "takes it for something else; with 50 % it sees as many of both.")},
    {"training.augmentation.shift", Decimal, Linear, 1, QT_TRANSLATE_NOOP("FieldTable", "px"),
     QT_TRANSLATE_NOOP("FieldTable", "Shift"),
     QT_TRANSLATE_NOOP("FieldTable", "Moves each picture by up to so many pixels. The network learns not to rely on "
                                     "the exact place."),
     QT_TRANSLATE_NOOP("FieldTable",
                       "The pictures of the set are all centred. Drawings and photographs seldom are, so a network "
                       "that was trained with shifts copes better with them.")},
    {"training.augmentation.turn", Decimal, Linear, 5, QT_TRANSLATE_NOOP("FieldTable", "°"),
     QT_TRANSLATE_NOOP("FieldTable", "Turn"),
     QT_TRANSLATE_NOOP("FieldTable", "Turns each picture by up to so many degrees to either side. The network learns "
                                     "to recognise things that stand a little askew."),
     QT_TRANSLATE_NOOP("FieldTable", "A convolution finds its pattern wherever it is, but not when it is turned: it "
                                     "must learn that from turned examples.")},
    {"training.augmentation.scale", Percent, Linear, 5, QT_TRANSLATE_NOOP("FieldTable", "%"),
     QT_TRANSLATE_NOOP("FieldTable", "Scale"),
     QT_TRANSLATE_NOOP("FieldTable",
                       "Makes each picture larger or smaller by up to this share. The network learns that size says "
                       "little about the class."),
     QT_TRANSLATE_NOOP("FieldTable", "With 10 % a picture gets between 90 % and 110 % of its size, new in every "
                                     "epoch.")},
    {"training.augmentation.noise", Percent, Linear, 5, QT_TRANSLATE_NOOP("FieldTable", "%"),
     QT_TRANSLATE_NOOP("FieldTable", "Noise"),
     QT_TRANSLATE_NOOP("FieldTable",
                       "Adds random grey to every pixel. The network learns to look at shapes rather than at single "
                       "pixels."),
     QT_TRANSLATE_NOOP("FieldTable", "The number is the standard deviation as a share of full white. Noise acts much "
                                     "like weight decay: it punishes a network that reacts strongly to small "
                                     "differences.")},
    {"training.augmentation.erase", Percent, Linear, 10, QT_TRANSLATE_NOOP("FieldTable", "%"),
     QT_TRANSLATE_NOOP("FieldTable", "Erase"),
     QT_TRANSLATE_NOOP("FieldTable",
                       "How often a random rectangle of the picture is blacked out. The network learns not to rely on "
                       "one detail alone."),
     QT_TRANSLATE_NOOP("FieldTable", "The rectangle covers between 2 % and 20 % of the picture. It does to the input "
                                     "what dropout does inside the network.")},

    {"architecture.conv_blocks[].filters", Integer, Doubling, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Filters"),
     QT_TRANSLATE_NOOP("FieldTable",
                       "How many patterns the block looks for. More filters can tell more apart and cost more time."),
     QT_TRANSLATE_NOOP("FieldTable",
                       "Each filter is a small window of weights that slides over the picture and gives one map of "
                       "where its pattern was found. The first block finds edges and textures; later blocks combine "
                       "what the earlier ones found.")},
    {"architecture.conv_blocks[].kernel_size", Integer, Linear, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Kernel size"),
     QT_TRANSLATE_NOOP("FieldTable", "Side of the window that a filter looks through, in pixels. A larger one sees "
                                     "more at once and costs the square of its side."),
     QT_TRANSLATE_NOOP("FieldTable", "Two blocks with 3 × 3 see as far as one with 5 × 5, with fewer weights and one "
                                     "more activation between. That is why 3 is the usual choice.")},
    {"architecture.conv_blocks[].padding", Integer, Linear, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Padding"),
     QT_TRANSLATE_NOOP("FieldTable", "Rows and columns of zeros around the picture. They let the filters look at the "
                                     "edge and keep the size."),
     QT_TRANSLATE_NOOP("FieldTable", "Without padding each convolution makes the picture smaller by the kernel size "
                                     "minus one. Half of that, as padding, keeps the size the same: 1 for a kernel of "
                                     "3, 2 for a kernel of 5, 3 for a kernel of 7.")},
    {"architecture.conv_blocks[].activation", Choice, Linear, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Activation"),
     QT_TRANSLATE_NOOP("FieldTable", "What each value passes through after the convolution. Without it several layers "
                                     "could do no more than one."),
     QT_TRANSLATE_NOOP("FieldTable", "ReLU cuts off what is below zero and learns fast. Leaky ReLU lets a little of it "
                                     "through, so no filter can die. Tanh and sigmoid squeeze every value between two "
                                     "bounds; deep networks learn slowly with them because their slope vanishes.")},
    {"architecture.conv_blocks[].batch_norm", Switch, Linear, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Batch norm."),
     QT_TRANSLATE_NOOP("FieldTable", "Brings the values of each filter to mean 0 and spread 1 over the batch. Training "
                                     "gets faster and bears a higher learning rate."),
     QT_TRANSLATE_NOOP("FieldTable", "While it trains, the mean and spread come from the batch; for testing, from what "
                                     "was seen on the way. Two weights for each filter can undo it where that is "
                                     "better. Small batches make it noisy.")},
    {"architecture.conv_blocks[].max_pool", Switch, Linear, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Max-pooling"),
     QT_TRANSLATE_NOOP("FieldTable", "Keeps the largest of every 2 × 2 values. It halves the picture, saves work, and "
                                     "makes the exact place matter less."),
     QT_TRANSLATE_NOOP("FieldTable", "What is kept is whether a pattern was found nearby, not where exactly. The "
                                     "layers after it get a quarter of the values and see twice as far.")},

    {"architecture.hidden_layers[].width", Integer, Doubling, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Neurons"),
     QT_TRANSLATE_NOOP("FieldTable", "Width of the layer. More neurons can learn more, also by heart."),
     QT_TRANSLATE_NOOP("FieldTable", "Every neuron is connected with every value before it, so this is where most of "
                                     "the parameters of a network are: look at the table below.")},
    {"architecture.hidden_layers[].activation", Choice, Linear, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Activation"),
     QT_TRANSLATE_NOOP("FieldTable", "What each neuron makes of its sum. Without it several layers could do no more "
                                     "than one."),
     QT_TRANSLATE_NOOP("FieldTable", "ReLU cuts off what is below zero and learns fast. Leaky ReLU lets a little of it "
                                     "through, so no neuron can die. Tanh and sigmoid squeeze every value between two "
                                     "bounds; deep networks learn slowly with them because their slope vanishes.")},
    {"architecture.hidden_layers[].dropout", Decimal, Linear, 0.05, "",
     QT_TRANSLATE_NOOP("FieldTable", "Dropout"),
     QT_TRANSLATE_NOOP("FieldTable", "Share of the neurons that is silenced at random in every training step. It makes "
                                     "learning slower and overfitting later."),
     QT_TRANSLATE_NOOP("FieldTable", "No neuron can rely on a certain other one, so what is learned is spread over "
                                     "many. For testing all neurons are on. The training accuracy is measured with "
                                     "dropout, which is why it can lie below the test accuracy.")},

    {"training.optimizer", Choice, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "Opti&miser"),
     QT_TRANSLATE_NOOP("FieldTable", "The rule by which the weights follow the gradient. Adam finds a fitting step for "
                                     "each weight; SGD takes the same for all."),
     QT_TRANSLATE_NOOP("FieldTable", "Adam works well with a learning rate near 0.001 on almost anything. SGD with "
                                     "momentum needs a higher rate, such as 0.01 to 0.1, and more care, and shows "
                                     "plainly what the rate does.")},
    {"training.momentum", Decimal, Linear, 0.05, "", QT_TRANSLATE_NOOP("FieldTable", "Mome&ntum"),
     QT_TRANSLATE_NOOP("FieldTable", "How much of the last step goes into the next, like a rolling ball. It speeds up "
                                     "steady directions and calms zigzag."),
     QT_TRANSLATE_NOOP("FieldTable", "With 0.9 a step is worth about ten plain ones once the direction is steady, so "
                                     "lower the learning rate when you raise the momentum.")},
    {"training.learning_rate", Decimal, OneTwoFive, 1e-8, "",
     QT_TRANSLATE_NOOP("FieldTable", "&Learning rate"),
     QT_TRANSLATE_NOOP("FieldTable", "How large each step of learning is. Too small and nothing happens; too large and "
                                     "the loss jumps or grows without bound."),
     QT_TRANSLATE_NOOP("FieldTable", "It is the setting that matters most. Change it by factors, not by small amounts: "
                                     "the arrow keys go 1, 2, 5, 10. 0.001, 0,001 and 1e-3 are all understood.")},
    {"training.schedule.kind", Choice, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "Sched&ule"),
     QT_TRANSLATE_NOOP("FieldTable", "How the learning rate moves over the epochs. Large steps find the way, small "
                                     "ones at the end find the place."),
     QT_TRANSLATE_NOOP("FieldTable", "Constant keeps it. Step lowers it by a factor every few epochs. Cosine lowers it "
                                     "smoothly to zero. One-cycle raises it first, so that the start stays safe, and "
                                     "then lowers it far: often the fastest in few epochs.")},
    {"training.schedule.step_epochs", Integer, Linear, 1, "",
     QT_TRANSLATE_NOOP("FieldTable", "Epochs per step"),
     QT_TRANSLATE_NOOP("FieldTable", "After so many epochs the learning rate is lowered, again and again."),
     QT_TRANSLATE_NOOP("FieldTable", "Just after a step the loss often falls at once: the weights had circled around a "
                                     "place that only smaller steps can reach.")},
    {"training.schedule.step_factor", Decimal, Linear, 0.05, "",
     QT_TRANSLATE_NOOP("FieldTable", "Factor per step"),
     QT_TRANSLATE_NOOP("FieldTable", "What the learning rate is multiplied by at each step. 0.1 leaves a tenth of it."),
     QT_TRANSLATE_NOOP("FieldTable", "A strong factor ends the search early; a mild one, more often, comes close to "
                                     "the smooth cosine schedule.")},
    {"training.weight_decay", Decimal, OneTwoFive, 1e-6, "", QT_TRANSLATE_NOOP("FieldTable", "&Weight decay"),
     QT_TRANSLATE_NOOP("FieldTable", "Pulls all weights towards zero at every step. Small weights make a simpler "
                                     "network that overfits less."),
     QT_TRANSLATE_NOOP("FieldTable", "It is the L2 penalty: this number times the weight is added to its gradient. "
                                     "Values from 0.00001 to 0.001 are usual; too much and the network can't learn at "
                                     "all.")},
    {"training.batch_size", Integer, Doubling, 1, "", QT_TRANSLATE_NOOP("FieldTable", "&Batch size"),
     QT_TRANSLATE_NOOP("FieldTable", "How many pictures are averaged for one step. Small batches make many noisy "
                                     "steps, large ones few steady steps."),
     QT_TRANSLATE_NOOP("FieldTable", "An epoch with batches of 64 has 938 steps, with 1000 only 60: with the same "
                                     "learning rate the network then moves far less in an epoch. Large batches are "
                                     "computed faster per picture.")},
    {"training.epochs", Integer, OneTwoFive, 1, "", QT_TRANSLATE_NOOP("FieldTable", "Ep&ochs"),
     QT_TRANSLATE_NOOP("FieldTable", "How often every training picture is shown. Too few and it isn't learned; too "
                                     "many and it is learned by heart."),
     QT_TRANSLATE_NOOP("FieldTable", "After each epoch the whole test set is tried. Where its loss is lowest, training "
                                     "should end; what comes after is overfitting.")},
    {"training.early_stopping.patience", Integer, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "&Patience"),
     QT_TRANSLATE_NOOP("FieldTable", "Ends the training early when the test loss was not better for so many epochs in a row. Off trains "
                                     "all epochs."),
     QT_TRANSLATE_NOOP("FieldTable", "What comes after the lowest test loss is overfitting. A few epochs of patience bear the ups and "
                                     "downs of chance; with 3 to 10 little time is lost. The test pictures then choose the end, so the "
                                     "accuracy on them flatters the network a little.")},
    {"training.early_stopping.smallest_change", Decimal, OneTwoFive, 1e-5, "", QT_TRANSLATE_NOOP("FieldTable", "Smallest change"),
     QT_TRANSLATE_NOOP("FieldTable", "Only a test loss that is lower by more than this counts as better."),
     QT_TRANSLATE_NOOP("FieldTable", "Near its end a loss may creep down for a long time without making any difference. 0 counts every "
                                     "fall; 0.001 ends such a creep.")},
    {"training.frozen_filters", Choice, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "Fro&zen filters"),
     QT_TRANSLATE_NOOP("FieldTable", "Filters that training leaves as they are, while everything around them learns. The button lets all of them learn again."),
     QT_TRANSLATE_NOOP("FieldTable", "Their numbers, their bias and what the optimiser remembers of them don't move, whatever the gradient says, and weight decay "
                                     "doesn't shrink them. Filters are frozen on the page Filters, where one can be operated on.")},
    {"training.final_weights", Choice, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "&Keep"),
     QT_TRANSLATE_NOOP("FieldTable", "Which weights count when the run has ended: those of its last epoch, or of the epoch with the "
                                     "lowest test loss."),
     QT_TRANSLATE_NOOP("FieldTable", "They are shown by the views and written by the exports. A run that goes on does so from its last "
                                     "epoch all the same.")},
    {"training.seed", Integer, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "See&d"),
     QT_TRANSLATE_NOOP("FieldTable", "Start of all random numbers: first weights, order of the pictures, dropout. The "
                                     "same seed gives the same run."),
     QT_TRANSLATE_NOOP("FieldTable", "Two runs that differ in one setting and share the seed differ because of that "
                                     "setting, not by chance. Train again with another seed to see how large chance "
                                     "is.")},
    {"training.threads", Integer, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "Thre&ads"),
     QT_TRANSLATE_NOOP("FieldTable", "Processor cores used for training. It changes the speed, and the last digits of "
                                     "the numbers, but not what is learned."),
     QT_TRANSLATE_NOOP("FieldTable", "0 or “automatic” lets the program choose. Sums are formed in another order with "
                                     "another number of threads, so only the same number gives the same digits.")},
    {"training.engine", Choice, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "Computa&tion"),
     QT_TRANSLATE_NOOP("FieldTable", "The way the program computes. It changes the speed, and the last digits of the "
                                     "numbers, but not what is learned."),
     QT_TRANSLATE_NOOP("FieldTable", "“Fast” computes the whole network at once where it can. “Reference” goes through "
                                     "LibTorch's own operators layer by layer, about half as fast: take it to check a "
                                     "result, or to compare with PyTorch.")},
    {"training.precision", Choice, Linear, 1, "", QT_TRANSLATE_NOOP("FieldTable", "Pre&cision"),
     QT_TRANSLATE_NOOP("FieldTable", "The numbers that are multiplied. bfloat16 keeps two to three digits of each, which is quicker; "
                                     "learning usually ends about as well, with other digits."),
     QT_TRANSLATE_NOOP("FieldTable", "Weights, sums and the optimiser stay float32. bfloat16 needs a processor with AVX512-BF16, and a "
                                     "network with max-pooling and ReLU.")},
});

} // namespace

std::span<const FieldSpec> fieldTexts()
{
    return table;
}

} // namespace convscope
