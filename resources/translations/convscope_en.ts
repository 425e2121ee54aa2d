<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CloseQuestion</name>
    <message numerus="yes">
        <source>The curves of %n ended run(s) are lost when the window closes. Those that you want to keep can be exported first, in the File menu.</source>
        <translation>
            <numerusform>The curves of %n ended run are lost when the window closes. If you want to keep them, export them first, in the File menu.</numerusform>
            <numerusform>The curves of %n ended runs are lost when the window closes. Those that you want to keep can be exported first, in the File menu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>Training on %n thread(s) unless told otherwise</source>
        <translation>
            <numerusform>Training on %n thread unless told otherwise</numerusform>
            <numerusform>Training on %n threads unless told otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This run has trained %n epoch(s) already. For more, say how many it shall have in all: --epochs %1, for example.</source>
        <translation>
            <numerusform>This run has trained %n epoch already. For more, say how many it shall have in all: --epochs %1, for example.</numerusform>
            <numerusform>This run has trained %n epochs already. For more, say how many it shall have in all: --epochs %1, for example.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPrinter</name>
    <message numerus="yes">
        <source>%1: %2 parameters, %3 training pictures, batches of %4, %n thread(s), %5</source>
        <translation>
            <numerusform>%1: %2 parameters, %3 training pictures, batches of %4, %n thread, %5</numerusform>
            <numerusform>%1: %2 parameters, %3 training pictures, batches of %4, %n threads, %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::CompareController</name>
    <message numerus="yes">
        <source>%Ln runs are trained one after the other.</source>
        <translation>
            <numerusform>%Ln run is trained.</numerusform>
            <numerusform>%Ln runs are trained one after the other.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::CompareDuel</name>
    <message numerus="yes">
        <source>%1, mean of %Ln seeds</source>
        <translation>
            <numerusform>%1, mean of %Ln seed</numerusform>
            <numerusform>%1, mean of %Ln seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::ConvolutionDrawing</name>
    <message numerus="yes">
        <source>%Ln other channel(s)</source>
        <translation>
            <numerusform>%Ln other channel</numerusform>
            <numerusform>%Ln other channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::CurvesAnnotations</name>
    <message numerus="yes">
        <source>%n batch(es) of the first epoch so far.</source>
        <translation>
            <numerusform>%n batch of the first epoch so far.</numerusform>
            <numerusform>%n batches of the first epoch so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::DataPage</name>
    <message numerus="yes">
        <source>The chosen settings train with all %1 pictures, %Ln of them with a wrong label on purpose.</source>
        <translation>
            <numerusform>The chosen settings train with all %1 pictures, %Ln of them with a wrong label on purpose.</numerusform>
            <numerusform>The chosen settings train with all %1 pictures, %Ln of them with a wrong label on purpose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chosen settings train with %1 of the %2 pictures, %Ln of these with a wrong label on purpose.</source>
        <translation>
            <numerusform>The chosen settings train with %1 of the %2 pictures, %Ln of these with a wrong label on purpose.</numerusform>
            <numerusform>The chosen settings train with %1 of the %2 pictures, %Ln of these with a wrong label on purpose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::FilterAnimationBox</name>
    <message numerus="yes">
        <source>“%1” to “%2” are there already: %Ln picture(s). Replace the whole series?</source>
        <translation>
            <numerusform>“%1” to “%2” are there already: %Ln picture. Replace the whole series?</numerusform>
            <numerusform>“%1” to “%2” are there already: %Ln pictures. Replace the whole series?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::Machine</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n processor</numerusform>
            <numerusform>%n processors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::MapDrawing</name>
    <message numerus="yes">
        <source>Output: %Ln number(s)</source>
        <translation>
            <numerusform>Output: %Ln number</numerusform>
            <numerusform>Output: %Ln numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::MapsDetail</name>
    <message numerus="yes">
        <source>= %1 from %Ln map(s)</source>
        <translation>
            <numerusform>= %1 from %Ln map</numerusform>
            <numerusform>= %1 from %Ln maps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::MedianRule</name>
    <message numerus="yes">
        <source>Given up after epoch %1 by the median rule: its lowest test loss was %2, and the median of %Ln other run(s) of the sweep up to there %3.</source>
        <translation>
            <numerusform>Given up after epoch %1 by the median rule: its lowest test loss was %2, and that of %Ln other run of the sweep up to there %3.</numerusform>
            <numerusform>Given up after epoch %1 by the median rule: its lowest test loss was %2, and the median of %Ln other runs of the sweep up to there %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given up after epoch %1 by the median rule: its best test accuracy was %2, and the median of %Ln other run(s) of the sweep up to there %3.</source>
        <translation>
            <numerusform>Given up after epoch %1 by the median rule: its best test accuracy was %2, and that of %Ln other run of the sweep up to there %3.</numerusform>
            <numerusform>Given up after epoch %1 by the median rule: its best test accuracy was %2, and the median of %Ln other runs of the sweep up to there %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::NeuronDrawing</name>
    <message numerus="yes">
        <source>This channel counts most; there are %Ln other(s).</source>
        <translation>
            <numerusform>This channel counts most; there is %Ln other.</numerusform>
            <numerusform>This channel counts most; there are %Ln others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed above zero</source>
        <translation>
            <numerusform>%Ln listed above zero</numerusform>
            <numerusform>%Ln listed above zero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed below zero</source>
        <translation>
            <numerusform>%Ln listed below zero</numerusform>
            <numerusform>%Ln listed below zero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other input(s)</source>
        <translation>
            <numerusform>%Ln other input</numerusform>
            <numerusform>%Ln other inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln neuron(s) of this layer</source>
        <translation>
            <numerusform>The only neuron of this layer</numerusform>
            <numerusform>All %Ln neurons of this layer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::OperationNetworkView</name>
    <message numerus="yes">
        <source>After %Ln batch(es)</source>
        <translation>
            <numerusform>After %Ln batch</numerusform>
            <numerusform>After %Ln batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::OperationTexts</name>
    <message numerus="yes">
        <source>Each of the %Ln input channel(s) has a kernel of its own; the channels that count most at this place are spelled out.</source>
        <translation>
            <numerusform>The input channel has a kernel of its own.</numerusform>
            <numerusform>Each of the %Ln input channels has a kernel of its own; the channels that count most at this place are spelled out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other channel(s)</source>
        <translation>
            <numerusform>%Ln other channel</numerusform>
            <numerusform>%Ln other channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other input(s)</source>
        <translation>
            <numerusform>%Ln other input</numerusform>
            <numerusform>%Ln other inputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::PlanList</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are in the laboratory already, in training, or in the queue.</source>
        <translation>
            <numerusform>%Ln is in the laboratory already, in training, or in the queue.</numerusform>
            <numerusform>%Ln are in the laboratory already, in training, or in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) to train.</source>
        <translation>
            <numerusform>%Ln run to train.</numerusform>
            <numerusform>%Ln runs to train.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::Report</name>
    <message numerus="yes">
        <source>Comparison of %n run(s)</source>
        <translation>
            <numerusform>Comparison of %n run</numerusform>
            <numerusform>Comparison of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::Reports</name>
    <message numerus="yes">
        <source>Stopped early after epoch %1: no better test loss for %Ln epoch(s).</source>
        <translation>
            <numerusform>Stopped early after epoch %1: no better test loss for %Ln epoch.</numerusform>
            <numerusform>Stopped early after epoch %1: no better test loss for %Ln epochs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::RunKeeper</name>
    <message numerus="yes">
        <source>“%1” has trained %Ln epoch(s). How many shall it have in all?</source>
        <translation>
            <numerusform>“%1” has trained %Ln epoch. How many shall it have in all?</numerusform>
            <numerusform>“%1” has trained %Ln epochs. How many shall it have in all?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A new run goes on from “%1” after its %Ln epoch(s), with what was operated on or frozen. “%1” stays as it is. How many epochs shall the new run have in all?</source>
        <translation>
            <numerusform>A new run goes on from “%1” after its epoch, with what was operated on or frozen. “%1” stays as it is. How many epochs shall the new run have in all?</numerusform>
            <numerusform>A new run goes on from “%1” after its %Ln epochs, with what was operated on or frozen. “%1” stays as it is. How many epochs shall the new run have in all?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::RunListModel</name>
    <message numerus="yes">
        <source>Finished after %Ln epoch(s)</source>
        <translation>
            <numerusform>Finished after %Ln epoch</numerusform>
            <numerusform>Finished after %Ln epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::RunNotebook</name>
    <message numerus="yes">
        <source>The repeat has the same numbers as run %1, to the last bit: %Ln batch(es) compared.</source>
        <translation>
            <numerusform>The repeat has the same numbers as run %1, to the last bit: %Ln batch compared.</numerusform>
            <numerusform>The repeat has the same numbers as run %1, to the last bit: %Ln batches compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were added.</source>
        <translation>
            <numerusform>%Ln run was added.</numerusform>
            <numerusform>%Ln runs were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already.</source>
        <translation>
            <numerusform>%Ln was here already.</numerusform>
            <numerusform>%Ln were here already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::RunThinner</name>
    <message numerus="yes">
        <source>The run “%1” keeps the whole network at %Ln moment(s) of its training. Remove every second one?</source>
        <translation>
            <numerusform>The run “%1” keeps the whole network at %Ln moment of its training. Remove every second one?</numerusform>
            <numerusform>The run “%1” keeps the whole network at %Ln moments of its training. Remove every second one?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::ScatterView</name>
    <message numerus="yes">
        <source>%Ln run(s) as points.</source>
        <translation>
            <numerusform>%Ln run as a point.</numerusform>
            <numerusform>%Ln runs as points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::SchedulePreview</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::StepStage</name>
    <message numerus="yes">
        <source>Epoch %1, batch %2, %Ln picture(s), learning rate η = %3</source>
        <translation>
            <numerusform>Epoch %1, batch %2, %Ln picture, learning rate η = %3</numerusform>
            <numerusform>Epoch %1, batch %2, %Ln pictures, learning rate η = %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::SurgeryTexts</name>
    <message numerus="yes">
        <source>%Ln filter(s) will stay as they are when training goes on from here.</source>
        <translation>
            <numerusform>%Ln filter will stay as it is when training goes on from here.</numerusform>
            <numerusform>%Ln filters will stay as they are when training goes on from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::SweepDialog</name>
    <message numerus="yes">
        <source>“%1” with its other settings as they are, %Ln epoch(s) each</source>
        <translation>
            <numerusform>“%1” with its other settings as they are, %Ln epoch each</numerusform>
            <numerusform>“%1” with its other settings as they are, %Ln epochs each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::Timeline</name>
    <message numerus="yes">
        <source>The first convolution is kept after every %Ln batches. All weights are kept at fewer moments: the nearest is used.</source>
        <translation>
            <numerusform>The first convolution is kept after every %Ln batch. All weights are kept at fewer moments: the nearest is used.</numerusform>
            <numerusform>The first convolution is kept after every %Ln batches. All weights are kept at fewer moments: the nearest is used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::TrainingGroup</name>
    <message numerus="yes">
        <source>Thaw %Ln</source>
        <translation>
            <numerusform>Thaw %Ln</numerusform>
            <numerusform>Thaw %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::TrashBox</name>
    <message numerus="yes">
        <source>Erase %Ln run(s) for ever? Curves, notes and networks in them are lost.</source>
        <translation>
            <numerusform>Erase %Ln run for ever? Curves, notes and networks in it are lost.</numerusform>
            <numerusform>Erase %Ln runs for ever? Curves, notes and networks in them are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::TryBatch</name>
    <message numerus="yes">
        <source>%Ln picture(s). Enter or a double click takes one onto the pad.</source>
        <translation>
            <numerusform>%Ln picture. Enter or a double click takes it onto the pad.</numerusform>
            <numerusform>%Ln pictures. Enter or a double click takes one onto the pad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln picture(s) have not been looked at.</source>
        <translation>
            <numerusform>Stopped: %Ln picture has not been looked at.</numerusform>
            <numerusform>Stopped: %Ln pictures have not been looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more picture(s) were left out: open them by themselves.</source>
        <translation>
            <numerusform>%Ln more picture was left out: open it by itself.</numerusform>
            <numerusform>%Ln more pictures were left out: open them by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::WindowMessages</name>
    <message numerus="yes">
        <source>%Ln run(s) were deleted.</source>
        <translation>
            <numerusform>%Ln run was deleted.</numerusform>
            <numerusform>%Ln runs were deleted.</numerusform>
        </translation>
    </message>
</context>
</TS>
